package org.telvirt.mof;

import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.mof.repository.ClassRepository;

/**
 * What a compilation gives.
 *
 * @param instances in the order of the text, each with its path
 * @param warnings what was ignored, with its place
 */
public record CompiledMof(ClassRepository classes, List<CimInstance> instances, List<String> warnings) {
    /** Copies the lists. */
    public CompiledMof {
        instances = List.copyOf(instances);
        warnings = List.copyOf(warnings);
    }
}
