package org.telvirt.hypervisor.libvirt.xml;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;

/**
 * What libvirt's domain capabilities XML says of one kind of machine.
 *
 * @param firmwares such as {@code efi}
 * @param hasSecureLoader whether a firmware can be kept from starting what is not signed
 * @param graphics such as {@code vnc}
 * @param hostDevices the kinds of devices of the host that it can be given, such as {@code pci}
 */
public record DomainCapabilitiesXml(
        Set<String> firmwares, boolean hasSecureLoader, Set<String> graphics, Set<String> hostDevices) {
    /**
     * Reads a document as virConnectGetDomainCapabilities gives it.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    public static DomainCapabilitiesXml read(String xml) throws HypervisorException {
        XmlElement root = XmlDocument.parse(xml).root();
        XmlElement os = root.child("os");
        XmlElement devices = root.child("devices");
        return new DomainCapabilitiesXml(
                values(os, "firmware"),
                os != null && values(os.child("loader"), "secure").contains("yes"),
                devices == null ? Set.of() : values(devices.child("graphics"), "type"),
                devices == null ? Set.of() : values(devices.child("hostdev"), "subsysType"));
    }

    private static Set<String> values(@Nullable XmlElement parent, String name) {
        Set<String> values = new LinkedHashSet<>();
        if (parent != null && !"no".equals(parent.get("supported"))) {
            for (XmlElement choice : parent.children("enum")) {
                if (name.equals(choice.get("name"))) {
                    choice.children("value")
                            .forEach(value -> values.add(value.text().strip()));
                }
            }
        }
        return values;
    }
}
