package org.telvirt.hypervisor.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a domain runs on; each null leaves the choice to the engine.
 *
 * @param virtualization how the processor is virtualized
 * @param architecture such as {@code x86_64}
 * @param machine the engine's name of the machine model, such as {@code pc-q35-7.2}
 * @param firmware what starts the boot device
 * @param secureBoot whether the firmware starts only what is signed; of EFI alone
 */
public record Platform(
        @Nullable Virtualization virtualization,
        @Nullable String architecture,
        @Nullable String machine,
        @Nullable Firmware firmware,
        boolean secureBoot) {
    /** Everything as the engine likes. */
    public static final Platform DEFAULT = new Platform(null, null, null, null);

    private static final Set<String> BIG_ENDIAN = Set.of(
            "armeb",
            "armv7b",
            "hppa",
            "m68k",
            "microblaze",
            "mips",
            "mips64",
            "or1k",
            "parisc",
            "parisc64",
            "ppc",
            "ppc64",
            "ppcemb",
            "s390",
            "s390x",
            "sh4eb",
            "sparc",
            "sparc64",
            "xtensaeb");
    private static final Set<String> OPEN_FIRMWARE = Set.of("ppc", "ppc64", "ppc64le", "sparc", "sparc64");

    /** Without secure boot. */
    public Platform(
            @Nullable Virtualization virtualization,
            @Nullable String architecture,
            @Nullable String machine,
            @Nullable Firmware firmware) {
        this(virtualization, architecture, machine, firmware, false);
    }

    public Platform withVirtualization(@Nullable Virtualization other) {
        return new Platform(other, architecture, machine, firmware, secureBoot);
    }

    /** Another processor, and a machine for it. */
    public Platform withArchitecture(@Nullable String other, @Nullable String otherMachine) {
        return new Platform(virtualization, other, otherMachine, firmware, secureBoot);
    }

    /** Another firmware; secure boot stays only with EFI. */
    public Platform withFirmware(@Nullable Firmware other) {
        return new Platform(virtualization, architecture, machine, other, secureBoot && other == Firmware.EFI);
    }

    public Platform withSecureBoot(boolean other) {
        return new Platform(virtualization, architecture, machine, firmware, other);
    }

    /** The order of bytes in memory; null: the architecture is left to the engine. */
    public @Nullable Endianness endianness() {
        if (architecture == null) {
            return null;
        }
        return BIG_ENDIAN.contains(architecture) ? Endianness.BIG : Endianness.LITTLE;
    }

    /** Whether the machines of an architecture come with Open Firmware. */
    public static boolean hasOpenFirmware(@Nullable String architecture) {
        return architecture != null && OPEN_FIRMWARE.contains(architecture);
    }

    /** How the processor is virtualized. */
    public enum Virtualization {
        /** Linux KVM, by hardware. */
        KVM,
        /** QEMU's emulation, in software. */
        EMULATED,
        /** Xen, fully virtualized. */
        XEN_HVM,
        /** Xen, paravirtualized. */
        XEN_PV,
        /** Xen, paravirtualized in a hardware container. */
        XEN_PVH,
        /** A simulated domain that runs no instructions. */
        SIMULATED
    }

    /** What starts the boot device. */
    public enum Firmware {
        BIOS,
        EFI,
        /** IEEE 1275 and its relatives, which come with the machine. */
        OPEN_FIRMWARE
    }

    /** The order of bytes in memory. */
    public enum Endianness {
        LITTLE,
        BIG
    }
}
