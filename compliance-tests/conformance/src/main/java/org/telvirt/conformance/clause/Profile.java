package org.telvirt.conformance.clause;

import java.util.List;

/**
 * A management profile of the DMTF and what it demands of a server that registers it.
 *
 * @param document such as {@code DSP1057}
 * @param registeredName what CIM_RegisteredProfile.RegisteredName says, exactly
 * @param autonomous whether it stands by itself; a component profile is referred to by another one
 * @param clauses its demands
 */
public record Profile(String document, String registeredName, boolean autonomous, List<Clause> clauses) {
    /** Copies the list. */
    public Profile {
        clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
        return document + " " + registeredName;
    }
}
