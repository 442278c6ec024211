package org.telvirt.hypervisor.libvirt.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.xml.CapabilitiesXml;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** The type of {@code <domain>}, its {@code <os>}, and the defaults of a new domain. */
final class PlatformXml {
    private static final String SECURE_BOOT = "secure-boot";

    private PlatformXml() {}

    static Platform read(XmlElement domain) {
        XmlElement os = domain.child("os");
        XmlElement type = os == null ? null : os.child("type");
        return new Platform(
                CapabilitiesXml.virtualization(
                        domain.get("type"), type == null ? "" : type.text().strip()),
                type == null ? null : type.get("arch"),
                type == null ? null : type.get("machine"),
                os == null ? null : firmware(os),
                os != null && isSecure(os));
    }

    private static @Nullable Firmware firmware(XmlElement os) {
        String firmware = os.get("firmware");
        if (firmware != null) {
            return firmware.equals("efi") ? Firmware.EFI : Firmware.BIOS;
        }
        if ("pflash".equals(os.get("loader", "type"))) {
            return Firmware.EFI;
        }
        XmlElement type = os.child("type");
        if (type != null && isPc(type)) {
            return Firmware.BIOS; // as machines of this kind have it if nobody says otherwise
        }
        boolean comesWithTheMachine = os.child("loader") == null && Platform.hasOpenFirmware(os.get("type", "arch"));
        return comesWithTheMachine ? Firmware.OPEN_FIRMWARE : null;
    }

    private static boolean isPc(XmlElement type) {
        String architecture = type.get("arch");
        return type.text().strip().equals("hvm") && ("x86_64".equals(architecture) || "i686".equals(architecture));
    }

    private static boolean isSecure(XmlElement os) {
        XmlElement firmware = os.child("firmware");
        return "yes".equals(os.get("loader", "secure"))
                || (firmware != null
                        && firmware.children("feature").stream()
                                .anyMatch(feature -> SECURE_BOOT.equals(feature.get("name"))
                                        && "yes".equals(feature.get("enabled"))));
    }

    static void write(XmlElement domain, DomainDefinition definition, Set<Virtualization> offered)
            throws HypervisorException {
        Platform platform = definition.platform();
        Virtualization virtualization = chosen(definition, offered);
        domain.set("type", domainType(virtualization));
        XmlElement type = XmlElement.of("type").text(osType(virtualization));
        if (platform.architecture() != null) {
            type.set("arch", platform.architecture());
        }
        boolean isEfi = platform.firmware() == Firmware.EFI;
        if (platform.machine() != null) {
            type.set("machine", platform.machine());
        } else if (isEfi) {
            type.set("machine", "q35");
        }
        XmlElement os = XmlElement.of("os");
        domain.add(os.add(type));
        if (isEfi) {
            put(os, Firmware.EFI, platform.secureBoot());
        }
        if (isQemu(virtualization)) {
            domain.add(XmlElement.of("features").add(XmlElement.of("acpi")));
        }
        if (virtualization == Virtualization.KVM) {
            domain.add(XmlElement.of("cpu").set("mode", "host-model"));
        }
        domain.add(XmlElement.of("clock").set("offset", "utc"));
    }

    /** What a new guest of QEMU should have besides what its definition names. */
    static void addDevices(XmlElement domain, XmlElement devices) {
        if ("kvm".equals(domain.get("type")) || "qemu".equals(domain.get("type"))) {
            XmlElement source = XmlElement.of("backend").set("model", "random").text("/dev/urandom");
            devices.add(XmlElement.of("rng").set("model", "virtio").add(source));
        }
    }

    private static boolean isQemu(Virtualization virtualization) {
        return virtualization == Virtualization.KVM || virtualization == Virtualization.EMULATED;
    }

    private static Virtualization chosen(DomainDefinition definition, Set<Virtualization> offered)
            throws HypervisorException {
        Virtualization wanted = definition.platform().virtualization();
        if (wanted == null && definition.boot().kernel() != null && offered.contains(Virtualization.XEN_PVH)) {
            return Virtualization.XEN_PVH; // a kernel needs neither firmware nor the emulated devices of HVM
        } else if (wanted == null && !offered.isEmpty()) {
            return offered.iterator().next();
        } else if (wanted != null && offered.contains(wanted)) {
            return wanted;
        }
        throw new HypervisorException(
                Reason.UNSUPPORTED,
                "Cannot define '" + definition.name() + "': this host offers " + offered + ", not " + wanted);
    }

    private static String domainType(Virtualization virtualization) {
        return switch (virtualization) {
            case KVM -> "kvm";
            case EMULATED -> "qemu";
            case XEN_HVM, XEN_PV, XEN_PVH -> "xen";
            case SIMULATED -> "test";
        };
    }

    private static String osType(Virtualization virtualization) {
        return switch (virtualization) {
            case XEN_PV -> "xen";
            case XEN_PVH -> "xenpvh";
            default -> "hvm";
        };
    }

    /** What is left to the engine stays as it is. */
    static void edit(Edit edit, Platform present, Platform wanted) throws HypervisorException {
        XmlElement domain = edit.domain();
        Virtualization virtualization = wanted.virtualization();
        XmlElement os = domain.child("os");
        XmlElement type = os == null ? null : os.child("type");
        if (type == null || os == null) {
            return;
        }
        if (virtualization != null && virtualization != present.virtualization()) {
            domain.set("type", domainType(virtualization));
            type.text(osType(virtualization));
        }
        if (wanted.architecture() != null && !wanted.architecture().equals(present.architecture())) {
            throw edit.unsupported("the architecture", "its devices were made for " + present.architecture());
        }
        if (wanted.machine() != null && !wanted.machine().equals(present.machine())) {
            type.set("machine", wanted.machine());
        }
        boolean isOther = wanted.firmware() != null && wanted.firmware() != present.firmware();
        if (isOther && wanted.firmware() == Firmware.OPEN_FIRMWARE) {
            throw edit.unsupported("the firmware", "Open Firmware comes with the machines that have it");
        }
        if (isOther || wanted.secureBoot() != present.secureBoot()) {
            put(os, wanted.firmware(), wanted.secureBoot());
        }
    }

    /** libvirt then chooses the files of the firmware anew. */
    private static void put(XmlElement os, @Nullable Firmware firmware, boolean isSecure) {
        os.drop("loader");
        os.drop("nvram");
        os.drop("firmware");
        os.put("firmware", firmware == Firmware.EFI ? "efi" : null);
        if (firmware == Firmware.EFI) {
            // left alone, libvirt takes the firmware that checks signatures if there is one
            XmlElement features = XmlElement.of("firmware").add(feature(SECURE_BOOT, isSecure));
            os.add(isSecure ? features.add(feature("enrolled-keys", true)) : features);
        }
    }

    private static XmlElement feature(String name, boolean isEnabled) {
        return XmlElement.of("feature").set("enabled", isEnabled ? "yes" : "no").set("name", name);
    }
}
