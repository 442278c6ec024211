package org.telvirt.hypervisor.libvirt.domain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

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
            String uuid = domain.textOf("uuid");
            return new DomainDefinition(
                    uuid == null ? null : UUID.fromString(uuid),
                    required(domain, "name"),
                    domain.textOf("description"),
                    PlatformXml.read(domain),
                    ProcessorsXml.read(domain),
                    MemoryXml.read(domain),
                    DisksXml.read(domain),
                    NetworkPortsXml.read(domain),
                    ConsolesXml.read(domain),
                    DisplaysXml.read(domain),
                    HostResourcesXml.devices(domain),
                    HostResourcesXml.memories(domain),
                    BootXml.read(domain),
                    FaultPolicyXml.read(domain),
                    ConsolesXml.hasAgent(domain),
                    MetadataXml.automation(domain),
                    MetadataXml.read(domain));
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
        edit(new Edit(domain, definition.name()), written(definition), definition);
        PlatformXml.addDevices(domain, devices);
        return XmlDocument.of(domain).toString();
    }

    /** As much of a definition as a new document says before it is edited. */
    private static DomainDefinition written(DomainDefinition definition) {
        Processors processors = definition.processors();
        Memory memory = definition.memory();
        return DomainDefinition.named(
                        definition.name(),
                        new Processors(processors.count(), processors.maximum()),
                        new Memory(memory.size(), memory.maximum()))
                .withPlatform(definition.platform());
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
        edit(edit, present, wanted);
        return document.toString();
    }

    private static void edit(Edit edit, DomainDefinition present, DomainDefinition wanted) throws HypervisorException {
        ProcessorsXml.edit(edit, present.processors(), wanted.processors());
        MemoryXml.edit(edit, present.memory(), wanted.memory());
        DisksXml.edit(edit, present.disks(), wanted.disks());
        NetworkPortsXml.edit(edit, present.networkPorts(), wanted.networkPorts());
        ConsolesXml.edit(edit, present.consoles(), wanted.consoles());
        DisplaysXml.edit(edit, present.displays(), wanted.displays());
        HostResourcesXml.assign(edit, present.hostDevices(), wanted.hostDevices());
        HostResourcesXml.share(edit, present.sharedMemories(), wanted.sharedMemories());
        BootXml.edit(edit.domain(), present.boot(), wanted.boot());
        FaultPolicyXml.edit(edit, present.faultPolicy(), wanted.faultPolicy());
        ConsolesXml.agent(edit, present.guestAgent(), wanted.guestAgent());
        MetadataXml.automate(edit.domain(), present.automation(), wanted.automation());
        MetadataXml.edit(edit, present.metadata(), wanted.metadata());
    }

    /**
     * A device of a domain, in XML.
     *
     * @param kind {@code disk} or {@code interface}
     * @param key the target of a disk, the address of a network port
     * @throws HypervisorException INVALID_DEFINITION: there is none
     */
    public static String device(String xml, String kind, String key) throws HypervisorException {
        XmlElement devices = domain(xml).root().make("devices");
        for (XmlElement device : devices.children(kind)) {
            String present = kind.equals("disk") ? device.get("target", "dev") : device.get("mac", "address");
            if (key.equalsIgnoreCase(present)) {
                return device.toString();
            }
        }
        throw new HypervisorException(Reason.INVALID_DEFINITION, "There is no " + kind + " " + key);
    }

    /** The last device of this kind, in XML: the one that was added last. */
    public static String lastDevice(String xml, String kind) throws HypervisorException {
        List<XmlElement> devices = domain(xml).root().make("devices").children(kind);
        if (devices.isEmpty()) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, "There is no " + kind);
        }
        return devices.get(devices.size() - 1).toString();
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

    private static String required(XmlElement parent, String child) {
        String value = parent.textOf(child);
        if (value == null) {
            throw new IllegalArgumentException("it has no '" + child + "'");
        }
        return value;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant that a word of libvirt means.
     *
     * @throws IllegalArgumentException none
     */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
