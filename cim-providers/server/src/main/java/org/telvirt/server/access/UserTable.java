package org.telvirt.server.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** What a file of users says: lines {@code name:hash}, and comments from a {@code #} at their begin. Immutable. */
final class UserTable {
    static final UserTable EMPTY = new UserTable(List.of(), Map.of());
    private static final int LONGEST_NAME = 255;

    private final List<String> lines;
    private final Map<String, PasswordHash> hashes;
    private final int highestCost;

    private UserTable(List<String> lines, Map<String, PasswordHash> hashes) {
        this.lines = lines;
        this.hashes = hashes;
        this.highestCost = hashes.values().stream().mapToInt(PasswordHash::cost).reduce(PasswordHash.COST, Math::max);
    }

    /**
     * Reads the lines of a file.
     *
     * @param file for messages
     * @throws StartException STATE_UNUSABLE: a line is no user
     */
    static UserTable parse(String text, String file) throws StartException {
        List<String> lines = text.lines().toList();
        Map<String, PasswordHash> hashes = new LinkedHashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String where = file + ":" + (index + 1);
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw wrong(
                        where + " is no user; write name:hash, or make the line with: htpasswd -B " + file + " NAME");
            }
            String name = line.substring(0, colon);
            String hash = line.substring(colon + 1).strip();
            String flaw = PasswordHash.flaw(hash);
            if (flaw != null) {
                throw wrong(where + ": the password of '" + name + "' " + flaw + "; set it anew with: htpasswd -B "
                        + file + " " + name);
            }
            if (hashes.put(name, new PasswordHash(hash)) != null) {
                throw wrong(where + ": there is a user '" + name + "' above; remove one of the lines");
            }
        }
        return new UserTable(lines, hashes);
    }

    private static StartException wrong(String message) {
        return new StartException(ExitCode.STATE_UNUSABLE, message);
    }

    /** What keeps a text from being a user's name; null: nothing. */
    static @Nullable String flawOfName(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return "is empty, or begins or ends with a blank";
        }
        if (name.startsWith("#") || name.indexOf(':') >= 0) {
            return "has a colon, or begins with a hash";
        }
        return name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)
                ? "has control characters, or more than " + LONGEST_NAME + " letters"
                : null;
    }

    Set<String> names() {
        return hashes.keySet();
    }

    @Nullable
    PasswordHash hash(String user) {
        return hashes.get(user);
    }

    /** The most that a check of one of the users costs. */
    int highestCost() {
        return highestCost;
    }

    /** The table with this user and hash, in its old place if the user has one. */
    UserTable with(String user, PasswordHash hash) {
        Map<String, PasswordHash> changed = new LinkedHashMap<>(hashes);
        String line = user + ":" + hash.text();
        List<String> written = new ArrayList<>(lines);
        if (changed.put(user, hash) == null) {
            written.add(line);
        } else {
            written.replaceAll(old -> old.startsWith(user + ":") ? line : old);
        }
        return new UserTable(written, changed);
    }

    UserTable without(String user) {
        Map<String, PasswordHash> changed = new LinkedHashMap<>(hashes);
        changed.remove(user);
        return new UserTable(
                lines.stream().filter(line -> !line.startsWith(user + ":")).toList(), changed);
    }

    /** The file. */
    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
