package org.telvirt.traceability.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.telvirt.traceability.claim.Claim.Kind;
import org.telvirt.traceability.claim.ScopeRequirement.Part;

/** Tells a claim from a slip of the pen. */
public record ClaimChecker(ScopeTable scope, Standards standards) {
    private static final Pattern CLAUSE = Pattern.compile("(DSP\\d{4}) (\\S.*)");

    /** A checker over the tables that are part of this module. */
    public static ClaimChecker load() {
        return new ClaimChecker(ScopeTable.load(), Standards.load());
    }

    /**
     * Looks the claim up.
     *
     * @throws IllegalArgumentException when nothing of that name exists; says what exists instead
     */
    public Claim check(String text) {
        Matcher clause = CLAUSE.matcher(text);
        if (clause.matches()) {
            return clause(text, clause.group(1), clause.group(2));
        }
        int blank = text.indexOf(' ');
        String id = blank < 0 ? text : text.substring(0, blank);
        String part = blank < 0 ? "" : text.substring(blank + 1);
        ScopeRequirement requirement = scope.find(id)
                .orElseThrow(
                        () -> unknown(text, "it is neither a SCOPE requirement nor a clause such as 'DSP1057 7.5'"));
        if (!part.isEmpty() && requirement.part(part).isEmpty()) {
            throw unknown(text, id + " has " + partsOf(requirement));
        }
        return new Claim(Kind.SCOPE, id, part);
    }

    private Claim clause(String text, String document, String clause) {
        if (!standards.titles().containsKey(document)) {
            throw unknown(text, document + " is not in standards.txt; add it there if it is a document we implement");
        }
        return new Claim(Kind.CLAUSE, document, clause);
    }

    private static String partsOf(ScopeRequirement requirement) {
        return requirement.parts().isEmpty()
                ? "no parts"
                : requirement.parts().stream().map(Part::name).collect(Collectors.joining(", ", "the parts ", ""));
    }

    private static IllegalArgumentException unknown(String text, String reason) {
        return new IllegalArgumentException("Unknown requirement '" + text + "': " + reason);
    }
}
