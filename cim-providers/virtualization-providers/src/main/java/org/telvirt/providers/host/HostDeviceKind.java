package org.telvirt.providers.host;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.MachineDevice;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ScopedPath;

/** The devices of the host other than processors, each as CIM says it. Pure. */
enum HostDeviceKind {
    DISK(MachineDevice.Kind.DISK, "Disk of the host"),
    NETWORK_PORT(MachineDevice.Kind.NETWORK_PORT, "Network port of the host");

    private static final int ENABLED = 2;
    private static final int NOT_APPLICABLE = 12;
    private static final int OK = 2;
    private static final int HEALTHY = 5;
    private static final int ETHERNET = 2;
    private static final int READ_WRITE = 3;
    private static final String MEMORY = "memory";

    private final MachineDevice.Kind kind;
    private final String caption;

    HostDeviceKind(MachineDevice.Kind kind, String caption) {
        this.kind = kind;
        this.caption = caption;
    }

    CimName className() {
        return switch (this) {
            case DISK -> HostNames.TELVIRT_HOST_DISK_DRIVE;
            case NETWORK_PORT -> HostNames.TELVIRT_HOST_ETHERNET_PORT;
        };
    }

    /** Those of this kind. */
    List<MachineDevice> of(List<MachineDevice> all) {
        return all.stream().filter(device -> device.kind() == kind).toList();
    }

    CimInstancePath path(HostSystem host, MachineDevice device) {
        return path(host, className(), device.name());
    }

    private static CimInstancePath path(HostSystem host, CimName className, String name) {
        return ScopedPath.of(HostMapper.path(host.uuid()), className, HostNames.DEVICE_ID, name);
    }

    CimInstance toInstance(HostSystem host, MachineDevice device) {
        CimInstancePath path = path(host, device);
        String node = device.node();
        CimInstance.Builder instance = described(path, node == null ? device.name() : node, caption)
                .with(ElementNames.NAME, node)
                .with(ElementNames.DESCRIPTION, words(device));
        if (this == NETWORK_PORT) {
            String address = digits(device.address());
            instance.with(HostNames.LINK_TECHNOLOGY, CimValues.uint16(ETHERNET))
                    .with(HostNames.PERMANENT_ADDRESS, address)
                    .with(HostNames.NETWORK_ADDRESSES, address == null ? null : CimValues.texts(address));
        }
        return instance.at(path);
    }

    private static @Nullable String words(MachineDevice device) {
        String words = Stream.of(device.vendor(), device.product())
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String digits(@Nullable String address) {
        return address == null ? null : address.replace(":", "").toUpperCase(Locale.ROOT);
    }

    private static CimInstance.Builder described(CimInstancePath path, String name, String caption) {
        return CimInstance.of(path.className())
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, name)
                .with(ElementNames.CAPTION, caption)
                .with(ElementNames.ENABLED_STATE, CimValues.uint16(ENABLED))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(NOT_APPLICABLE))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(ENABLED))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(NOT_APPLICABLE))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(OK))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(HEALTHY));
    }

    /** Where the memory of the host is. */
    static CimInstancePath memoryPath(HostSystem host) {
        return path(host, HostNames.TELVIRT_HOST_MEMORY, MEMORY);
    }

    /** All memory of the host, in blocks of one byte as memory has none. */
    static CimInstance memory(HostSystem host) {
        CimInstancePath path = memoryPath(host);
        return described(path, MEMORY, "Memory of the host")
                .with(ElementNames.NAME, MEMORY)
                .with(HostNames.VOLATILE, CimValues.bool(true))
                .with(HostNames.ACCESS, CimValues.uint16(READ_WRITE))
                .with(HostNames.IS_COMPOSITE, CimValues.bool(false))
                .with(HostNames.BLOCK_SIZE, CimValues.uint64(1))
                .with(HostNames.NUMBER_OF_BLOCKS, CimValues.uint64(host.memory().bytes()))
                .at(path);
    }
}
