package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.DefinitionRules;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.libvirt.xen.LackingOnXen;
import org.telvirt.hypervisor.libvirt.xml.DomainCapabilitiesXml;

/** What definitions cannot ask for of a driver of libvirt on this host. */
final class Lacking {
    private static final long ITCO_SINCE = 9_001_000;
    private static final String NO_TAP = "the engine's user network has no interface on the host that could do it";

    private Lacking() {}

    /** All that is lacking, each with the reason. */
    static Map<Feature, String> of(Pointer connection) throws HypervisorException {
        Map<Feature, String> lacking = new EnumMap<>(Feature.class);
        String type = LibvirtLibrary.virConnectGetType(connection);
        LongByReference library = new LongByReference();
        LibvirtLibrary.virConnectGetLibVersion(connection, library);
        if (library.getValue() < ITCO_SINCE) {
            lacking.put(Feature.WATCHDOG_ITCO, "libvirt has it from 9.1 on");
        }
        lacking.put(Feature.FILE_WEIGHT, "libvirt weighs block devices of the host alone");
        lacking.put(Feature.BRIDGE_VLAN, "a Linux bridge takes no tag from libvirt; use a network whose bridge does");
        if ("QEMU".equals(type)) {
            ofQemu(connection, lacking);
        } else if ("Xen".equals(type)) {
            lacking.putAll(LackingOnXen.features());
        }
        return Collections.unmodifiableMap(lacking);
    }

    private static void ofQemu(Pointer connection, Map<Feature, String> lacking) throws HypervisorException {
        lacking.put(Feature.USER_NETWORK_BANDWIDTH, NO_TAP);
        lacking.put(Feature.USER_NETWORK_FILTER, NO_TAP);
        lacking.put(Feature.USER_NETWORK_ISOLATION, NO_TAP);
        DomainCapabilitiesXml capabilities = capabilities(connection, "q35");
        DomainCapabilitiesXml usual = capabilities == null ? capabilities(connection, null) : capabilities;
        if (usual == null) {
            return; // what it cannot do it will say
        }
        boolean isPc = capabilities != null;
        if (isPc) {
            lacking.put(Feature.WATCHDOG_DIAG288, "only machines of the architecture s390x have it");
            lacking.put(Feature.OPEN_FIRMWARE, "only machines of the architectures ppc64 and sparc have it");
        }
        if (!usual.firmwares().contains("efi")) {
            lacking.put(Feature.EFI, "the host has no EFI firmware; install the package ovmf");
        }
        if (!usual.firmwares().contains("efi") || !usual.hasSecureLoader()) {
            lacking.put(Feature.SECURE_BOOT, "the host has no EFI firmware that checks signatures");
        }
        if (!usual.graphics().contains("vnc")) {
            lacking.put(Feature.DISPLAY, "this QEMU was built without VNC");
        }
        if (!usual.hostDevices().contains("pci")) {
            lacking.put(Feature.PCI_DEVICE, "this QEMU cannot pass PCI devices through");
        }
        if (!usual.hostDevices().contains("usb")) {
            lacking.put(Feature.USB_DEVICE, "this QEMU cannot pass USB devices through");
        }
    }

    /** The changes of running domains that a driver lacks. */
    static Map<LiveChange.Kind, String> changes(Pointer connection) {
        String type = LibvirtLibrary.virConnectGetType(connection);
        if ("Xen".equals(type)) {
            return LackingOnXen.changes();
        } else if (!"TEST".equalsIgnoreCase(type)) {
            return Map.of(); // what it cannot do it will say
        }
        Map<LiveChange.Kind, String> lacking = new EnumMap<>(LiveChange.Kind.class);
        for (LiveChange.Kind kind : LiveChange.Kind.values()) {
            if (kind != LiveChange.Kind.PROCESSOR_COUNT && kind != LiveChange.Kind.MEMORY_SIZE) {
                lacking.put(kind, "libvirt's test driver does it to no running domain");
            }
        }
        return Collections.unmodifiableMap(lacking);
    }

    /** Null: libvirt knows nothing of such a machine. */
    private static @Nullable DomainCapabilitiesXml capabilities(Pointer connection, @Nullable String machine)
            throws HypervisorException {
        Pointer xml = LibvirtLibrary.virConnectGetDomainCapabilities(connection, null, null, machine, null, 0);
        return xml == null ? null : DomainCapabilitiesXml.read(OwnedString.take(xml));
    }

    /**
     * Refuses a definition that breaks a rule or asks for what is lacking.
     *
     * @param present what the domain is made of already, of which nothing is refused; null: it is new
     */
    static void refuse(
            String attempt, @Nullable DomainDefinition present, DomainDefinition wanted, Map<Feature, String> lacking)
            throws HypervisorException {
        List<String> known = present == null ? List.of() : DefinitionRules.violations(present);
        List<String> violations = DefinitionRules.violations(wanted).stream()
                .filter(violation -> !known.contains(violation))
                .toList();
        if (!violations.isEmpty()) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + String.join("; ", violations));
        }
        for (var lacked : Feature.lackedBy(wanted, lacking).entrySet()) {
            if (present == null || !lacked.getKey().isAskedBy(present)) {
                throw new HypervisorException(
                        Reason.UNSUPPORTED, attempt + ": " + lacked.getKey().field() + ": " + lacked.getValue());
            }
        }
    }
}
