package org.telvirt.traceability.report;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.traceability.claim.Claim;
import org.telvirt.traceability.claim.Claim.Kind;
import org.telvirt.traceability.claim.ScopeRequirement;
import org.telvirt.traceability.claim.ScopeRequirement.Part;

/**
 * How one SCOPE requirement stands.
 *
 * @param whole the tests that claim it without naming a part
 */
record RequirementResult(
        ScopeRequirement requirement, Standing standing, List<Evidence> whole, List<PartResult> parts) {

    /** How one part of it stands. */
    record PartResult(Part part, Standing standing, List<Evidence> evidence) {}

    static RequirementResult of(ScopeRequirement requirement, EvidenceTable table) {
        List<Evidence> whole = table.of(new Claim(Kind.SCOPE, requirement.id(), ""));
        List<PartResult> parts = new ArrayList<>();
        for (Part part : requirement.parts()) {
            List<Evidence> evidence = table.of(new Claim(Kind.SCOPE, requirement.id(), part.name()));
            parts.add(new PartResult(part, Standing.of(evidence), evidence));
        }
        Standing standing = Standing.of(whole);
        if (!parts.isEmpty()) {
            standing = Standing.ofParts(
                    standing, parts.stream().map(PartResult::standing).toList());
        }
        return new RequirementResult(requirement, standing, whole, List.copyOf(parts));
    }

    /** Whether a test of it, or of a part of it, passed with a machine that really ran. */
    boolean seenOnRealGuest() {
        return whole.stream().anyMatch(Evidence::provesOnRealGuest)
                || parts.stream().flatMap(part -> part.evidence().stream()).anyMatch(Evidence::provesOnRealGuest);
    }
}
