package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.Nullable;

/**
 * What a domain runs on; each null leaves the choice to the engine.
 *
 * @param virtualization how the processor is virtualized
 * @param architecture such as {@code x86_64}
 * @param machine the engine's name of the machine model, such as {@code pc-q35-7.2}
 * @param firmware what starts the boot device
 */
public record Platform(
        @Nullable Virtualization virtualization,
        @Nullable String architecture,
        @Nullable String machine,
        @Nullable Firmware firmware) {
    /** Everything as the engine likes. */
    public static final Platform DEFAULT = new Platform(null, null, null, null);

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
        EFI
    }
}
