package org.telvirt.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Roles as texts of the store: a line for the title, one for each privilege, and after it one for each of its grants. */
final class RoleText {
    private static final String TAB = "\t";

    private RoleText() {}

    static String write(Role role) {
        StringBuilder out = new StringBuilder();
        line(out, "role", role.title());
        for (Privilege privilege : role.privileges()) {
            line(out, "privilege", privilege.name(), privilege.title());
            for (Grant grant : privilege.grants()) {
                ScopeText scope = ScopeText.of(grant.scope());
                line(out, "grant", grant.activity().name(), scope.format().name(), scope.text());
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String... cells) {
        out.append(String.join(TAB, Stream.of(cells).map(RoleText::escape).toList()))
                .append('\n');
    }

    private static String escape(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String cell) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                c = cell.charAt(++i);
                c = c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
            }
            out.append(c);
        }
        return out.toString();
    }

    /**
     * @throws IllegalArgumentException if the text is not that of a role
     */
    static Role read(String name, String text) {
        String title = name;
        List<Privilege> privileges = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> cells =
                    Stream.of(line.split(TAB, -1)).map(RoleText::unescape).toList();
            switch (cells.get(0)) {
                case "role" -> title = cells.get(1);
                case "privilege" -> privileges.add(new Privilege(cells.get(1), cells.get(2), List.of()));
                case "grant" -> {
                    Privilege last = privileges.remove(privileges.size() - 1);
                    List<Grant> grants = new ArrayList<>(last.grants());
                    grants.add(grant(cells));
                    privileges.add(new Privilege(last.name(), last.title(), grants));
                }
                default -> throw new IllegalArgumentException("Role '" + name + "' has a line '" + line + "'");
            }
        }
        return new Role(name, title, false, privileges);
    }

    private static Grant grant(List<String> cells) {
        ScopeText scope = new ScopeText(ScopeText.Format.valueOf(cells.get(2)), cells.get(3));
        return new Grant(
                Activity.valueOf(cells.get(1)),
                scope.toScope().orElseThrow(() -> new IllegalArgumentException("No scope: " + scope)));
    }
}
