package org.telvirt.hypervisor.libvirt.xml;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/** libvirt's domain XML ⇄ {@link DomainDefinition}. */
public final class DomainXml {
    private DomainXml() {}

    /**
     * Reads what the port knows of a domain.
     *
     * @throws HypervisorException INVALID_DEFINITION: not a domain as libvirt writes it
     */
    public static DomainDefinition read(String xml) throws HypervisorException {
        return read(domain(xml).root());
    }

    private static DomainDefinition read(XmlElement domain) throws HypervisorException {
        try {
            String uuid = text(domain, "uuid");
            return new DomainDefinition(
                    uuid == null ? null : UUID.fromString(uuid),
                    required(domain, "name"),
                    text(domain, "description"),
                    PlatformXml.read(domain),
                    ProcessorsXml.read(domain),
                    MemoryXml.read(domain),
                    DisksXml.read(domain),
                    NetworkPortsXml.read(domain),
                    ConsolesXml.read(domain));
        } catch (IllegalArgumentException e) { // of a number, a UUID, or a range that the records check
            throw new HypervisorException(
                    Reason.INVALID_DEFINITION, "Cannot read the domain XML: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a new domain with defaults that suit most guests: ACPI, the clock at UTC, the host's processor model where
     * hardware virtualizes, a random number generator, no graphics.
     *
     * @param offered what the host can run, best first
     * @throws HypervisorException UNSUPPORTED: it asks for what libvirt or this host lacks; INVALID_DEFINITION
     */
    public static String write(DomainDefinition definition, Set<Virtualization> offered) throws HypervisorException {
        XmlElement domain = XmlElement.of("domain");
        domain.add(XmlElement.of("name").text(definition.name()));
        if (definition.uuid() != null) {
            domain.add(XmlElement.of("uuid").text(definition.uuid().toString()));
        }
        describe(domain, definition.description());
        MemoryXml.write(domain, definition.memory());
        ProcessorsXml.write(domain, definition.processors());
        PlatformXml.write(domain, definition, offered);
        XmlElement devices = XmlElement.of("devices");
        domain.add(devices);
        Edit edit = new Edit(domain, definition.name());
        DisksXml.edit(edit, List.of(), definition.disks());
        NetworkPortsXml.edit(edit, List.of(), definition.networkPorts());
        ConsolesXml.edit(edit, List.of(), definition.consoles());
        PlatformXml.addDevices(domain, devices);
        return XmlDocument.of(domain).toString();
    }

    /**
     * Changes the parts of a document in which a definition differs from what the document says; keeps every other byte.
     *
     * @param xml a domain
     * @param wanted what it shall say; the name and the UUID are not looked at
     * @throws HypervisorException UNSUPPORTED: a part has a form that cannot be changed; INVALID_DEFINITION
     */
    public static String edit(String xml, DomainDefinition wanted) throws HypervisorException {
        XmlDocument document = domain(xml);
        XmlElement domain = document.root();
        DomainDefinition present = read(domain);
        Edit edit = new Edit(domain, present.name());
        if (!Objects.equals(present.description(), wanted.description())) {
            describe(domain, wanted.description());
        }
        PlatformXml.edit(edit, present.platform(), wanted.platform());
        ProcessorsXml.edit(edit, present.processors(), wanted.processors());
        MemoryXml.edit(edit, present.memory(), wanted.memory());
        DisksXml.edit(edit, present.disks(), wanted.disks());
        NetworkPortsXml.edit(edit, present.networkPorts(), wanted.networkPorts());
        ConsolesXml.edit(edit, present.consoles(), wanted.consoles());
        return document.toString();
    }

    private static XmlDocument domain(String xml) throws HypervisorException {
        XmlDocument document = XmlDocument.parse(xml);
        if (!document.root().name().equals("domain")) {
            throw new HypervisorException(
                    Reason.INVALID_DEFINITION,
                    "Cannot read the domain XML: its root is '"
                            + document.root().name() + "'");
        }
        return document;
    }

    private static void describe(XmlElement domain, @Nullable String description) {
        XmlElement element = domain.child("description");
        if (description == null && element != null) {
            domain.remove(element);
        } else if (description != null && element != null) {
            element.text(description);
        } else if (description != null) {
            XmlElement uuid = domain.child("uuid");
            domain.add(XmlElement.of("description").text(description), uuid == null ? domain.child("name") : uuid);
        }
    }

    static @Nullable String text(XmlElement parent, String child) {
        XmlElement element = parent.child(child);
        return element == null ? null : element.text().strip();
    }

    static @Nullable String get(XmlElement parent, String child, String attribute) {
        XmlElement element = parent.child(child);
        return element == null ? null : element.get(attribute);
    }

    static @Nullable Integer number(XmlElement parent, String child, String attribute) {
        String value = get(parent, child, attribute);
        return value == null ? null : Integer.valueOf(value);
    }

    private static String required(XmlElement parent, String child) {
        String value = text(parent, child);
        if (value == null) {
            throw new IllegalArgumentException("it has no '" + child + "'");
        }
        return value;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
