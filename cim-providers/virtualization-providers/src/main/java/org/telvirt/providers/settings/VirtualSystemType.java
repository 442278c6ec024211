package org.telvirt.providers.settings;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/**
 * The kinds of virtual system as VirtualSystemType spells them. The prefix {@code DMTF:} is for the values that the
 * class itself lists; what it does not list carries our own name.
 */
public enum VirtualSystemType {
    KVM(Virtualization.KVM, "DMTF:KVM", "KVM"),
    QEMU(Virtualization.EMULATED, "Telvirt:QEMU", "QEMU"),
    XEN_HVM(Virtualization.XEN_HVM, "DMTF:XEN:HVM", "XEN:HVM"),
    XEN_PV(Virtualization.XEN_PV, "DMTF:XEN:PV", "XEN:PV"),
    XEN_PVH(Virtualization.XEN_PVH, "Telvirt:XEN:PVH", "XEN:PVH"),
    SIMULATED(Virtualization.SIMULATED, "Telvirt:Simulated", "Simulated");

    private static final VirtualSystemType[] ALL = values();

    private final Virtualization virtualization;
    private final String text;
    private final String bare;

    VirtualSystemType(Virtualization virtualization, String text, String bare) {
        this.virtualization = virtualization;
        this.text = text;
        this.bare = bare;
    }

    /** The spelling of a kind. */
    public static String text(Virtualization virtualization) {
        for (VirtualSystemType type : ALL) {
            if (type.virtualization == virtualization) {
                return type.text;
            }
        }
        throw new IllegalArgumentException(virtualization + " has no name");
    }

    /** The kind with this spelling, also with the prefix of another organization or none; null: there is none. */
    static @Nullable Virtualization virtualization(String text) {
        for (VirtualSystemType type : ALL) {
            if (text.equals(type.text) || type.bare.equalsIgnoreCase(withoutOrganization(text))) {
                return type.virtualization;
            }
        }
        return null;
    }

    private static String withoutOrganization(String text) {
        return text.startsWith("DMTF:") || text.startsWith("Telvirt:") ? text.substring(text.indexOf(':') + 1) : text;
    }
}
