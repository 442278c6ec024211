package org.telvirt.hypervisor.libvirt.xml;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/**
 * What libvirt's capabilities XML says of a host.
 *
 * @param uuid null: libvirt does not know
 * @param architecture such as {@code x86_64}
 * @param processorModel for people; empty: libvirt does not know
 * @param processor the host's CPU as libvirt describes it, in XML; empty: it does not
 * @param virtualizations what guests of the host's own architecture can be, best first
 */
public record CapabilitiesXml(
        @Nullable UUID uuid,
        String architecture,
        String processorModel,
        String processor,
        Set<Virtualization> virtualizations) {
    /**
     * Reads a document as virConnectGetCapabilities gives it.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    public static CapabilitiesXml read(String xml) throws HypervisorException {
        XmlElement root = XmlDocument.parse(xml).root();
        XmlElement host = root.child("host");
        XmlElement cpu = host == null ? null : host.child("cpu");
        String uuid = host == null ? null : host.textOf("uuid");
        String architecture = cpu == null ? null : cpu.textOf("arch");
        return new CapabilitiesXml(
                uuid == null ? null : UUID.fromString(uuid),
                architecture == null ? "" : architecture,
                cpu == null ? "" : words(cpu.textOf("vendor"), cpu.textOf("model")),
                cpu == null ? "" : cpu.toString(),
                Collections.unmodifiableSet(virtualizations(root, architecture)));
    }

    /**
     * The features that a CPU requires.
     *
     * @param cpu in XML, its model expanded
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    public static Set<String> features(String cpu) throws HypervisorException {
        Set<String> names = new LinkedHashSet<>();
        for (XmlElement feature : XmlDocument.parse(cpu).root().children("feature")) {
            names.add(Objects.requireNonNullElse(feature.get("name"), ""));
        }
        return names;
    }

    private static String words(@Nullable String vendor, @Nullable String model) {
        return ((vendor == null ? "" : vendor) + " " + (model == null ? "" : model)).strip();
    }

    private static Set<Virtualization> virtualizations(XmlElement root, @Nullable String architecture) {
        Set<Virtualization> found = new LinkedHashSet<>();
        for (XmlElement guest : root.children("guest")) {
            XmlElement arch = guest.child("arch");
            String osType = guest.textOf("os_type");
            if (arch != null && osType != null && (architecture == null || architecture.equals(arch.get("name")))) {
                for (XmlElement domain : arch.children("domain")) {
                    Virtualization virtualization = virtualization(domain.get("type"), osType);
                    if (virtualization != null) {
                        found.add(virtualization);
                    }
                }
            }
        }
        return bestFirst(found);
    }

    /** What a domain type with an operating system type means; null: the port has no word for it. */
    public static @Nullable Virtualization virtualization(@Nullable String domainType, String osType) {
        if ("xen".equals(domainType)) {
            return switch (osType) {
                case "hvm" -> Virtualization.XEN_HVM;
                case "xenpvh" -> Virtualization.XEN_PVH;
                default -> Virtualization.XEN_PV;
            };
        }
        return switch (domainType == null ? "" : domainType) {
            case "kvm" -> Virtualization.KVM;
            case "qemu" -> Virtualization.EMULATED;
            case "test" -> Virtualization.SIMULATED;
            default -> null;
        };
    }

    /** Hardware virtualization before emulation: the order in which the port names them. */
    private static Set<Virtualization> bestFirst(Set<Virtualization> found) {
        Set<Virtualization> ordered = new LinkedHashSet<>();
        for (Virtualization virtualization : Virtualization.values()) {
            if (found.contains(virtualization)) {
                ordered.add(virtualization);
            }
        }
        return ordered;
    }
}
