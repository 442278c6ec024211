package org.telvirt.providers.device;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What engines call an architecture, in the words of CIM_ProcessorAllocationSettingData. */
final class InstructionSets {
    private static final Map<String, String> ARCHITECTURES = Map.ofEntries(
            Map.entry("x86_64", "DMTF:x86"),
            Map.entry("i686", "DMTF:x86"),
            Map.entry("aarch64", "DMTF:ARM"),
            Map.entry("armv7l", "DMTF:ARM"),
            Map.entry("ppc64", "DMTF:Power"),
            Map.entry("ppc64le", "DMTF:Power"),
            Map.entry("s390x", "DMTF:S/390"),
            Map.entry("sparc64", "DMTF:SPARC"));

    private static final Map<String, String> INSTRUCTION_SETS = Map.of(
            "x86_64", "DMTF:x86:64",
            "i686", "DMTF:x86:i686",
            "aarch64", "DMTF:ARM:A64",
            "armv7l", "DMTF:ARM:A32",
            "s390x", "DMTF:S/390:z/Architecture",
            "sparc64", "DMTF:SPARC:SPARC_V9");

    private InstructionSets() {}

    /** ProcessorArchitecture; null: CIM has no word for it. */
    static @Nullable String architecture(@Nullable String engineName) {
        return engineName == null ? null : ARCHITECTURES.get(engineName);
    }

    /** InstructionSet; null: CIM has no word for it. */
    static @Nullable String instructionSet(@Nullable String engineName) {
        return engineName == null ? null : INSTRUCTION_SETS.get(engineName);
    }
}
