package org.telvirt.traceability.claim;

import java.util.List;
import java.util.Optional;

/**
 * A requirement of the SCOPE Alliance document.
 *
 * @param level its strongest keyword: SHALL, SHOULD or MAY
 * @param text the requirement in our own words
 * @param parts what it consists of; empty: it is one thing
 */
public record ScopeRequirement(String group, String id, String level, String text, List<Part> parts) {

    /** One of the things that a requirement consists of. */
    public record Part(String name, String text) {}

    public ScopeRequirement {
        parts = List.copyOf(parts);
    }

    /** The part of this name, if there is one. */
    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
