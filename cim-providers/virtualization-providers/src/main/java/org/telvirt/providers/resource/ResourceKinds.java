package org.telvirt.providers.resource;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.device.DiskMapper;
import org.telvirt.providers.device.DisplayMapper;
import org.telvirt.providers.device.DriveTypes;
import org.telvirt.providers.device.HostDeviceMapper;
import org.telvirt.providers.device.MemoryMapper;
import org.telvirt.providers.device.NetworkPortMapper;
import org.telvirt.providers.device.ProcessorMapper;
import org.telvirt.providers.device.SerialPortMapper;
import org.telvirt.providers.device.SharedMemoryMapper;

/** The kinds of resource that there are. */
public final class ResourceKinds {
    private static final int PROCESSOR = 3;
    private static final int MEMORY = 4;

    private static final ResourceKind PROCESSORS = new SingleKind(
            names("Telvirt_ProcessorAllocationSettingData", "CIM_ProcessorAllocationSettingData"),
            "processors",
            "processor",
            PROCESSOR,
            new ProcessorMapper());

    private static final ResourceKind MEMORY_KIND = new SingleKind(
            names("Telvirt_MemoryAllocationSettingData", "CIM_MemoryAllocationSettingData"),
            "memory",
            "memory",
            MEMORY,
            new MemoryMapper());

    private static final ResourceKind DRIVES = new DeviceKind<>(
            names("Telvirt_StorageAllocationSettingData", "CIM_StorageAllocationSettingData"),
            "drive",
            "disk/",
            DriveTypes.ALL,
            new DiskMapper());

    private static final ResourceKind NETWORK_PORTS = new DeviceKind<>(
            names("Telvirt_EthernetPortAllocationSettingData", "CIM_EthernetPortAllocationSettingData"),
            "network port",
            "network/",
            Set.of(NetworkPortMapper.ETHERNET_ADAPTER),
            new NetworkPortMapper());

    private static final ResourceKind SERIAL_PORTS = new DeviceKind<>(
            names("Telvirt_SerialPortAllocationSettingData"),
            "serial port",
            "serial/",
            Set.of(SerialPortMapper.SERIAL_PORT),
            new SerialPortMapper());

    private static final ResourceKind GRAPHICS = new DeviceKind<>(
            names("Telvirt_GraphicsAllocationSettingData"),
            "graphical console",
            "graphics/",
            Set.of(DisplayMapper.GRAPHICS_CONTROLLER),
            new DisplayMapper());

    private static final ResourceKind HOST_DEVICES = new DeviceKind<>(
            names("Telvirt_HostDeviceAllocationSettingData"),
            "device of the host",
            "host/",
            Set.of(HostDeviceMapper.IO_SLOT, HostDeviceMapper.IO_DEVICE),
            new HostDeviceMapper());

    private static final ResourceKind SHARED_MEMORIES = new DeviceKind<>(
            names("Telvirt_SharedMemoryAllocationSettingData"),
            "shared memory",
            "shared/",
            Set.of(SharedMemoryMapper.OTHER),
            new SharedMemoryMapper());

    /** All kinds; the settings of a configuration are in this order. */
    public static final List<ResourceKind> ALL = List.of(
            PROCESSORS, MEMORY_KIND, DRIVES, NETWORK_PORTS, SERIAL_PORTS, GRAPHICS, HOST_DEVICES, SHARED_MEMORIES);

    private ResourceKinds() {}

    private static List<CimName> names(String... names) {
        return List.of(names).stream().map(CimName::of).toList();
    }

    /** The kind of the resource of this name in a definition; null: the definition has none. */
    public static @Nullable ResourceKind of(DomainDefinition definition, String device) {
        for (ResourceKind kind : ALL) {
            if (kind.devices(definition).contains(device)) {
                return kind;
            }
        }
        return null;
    }

    /** The kind whose settings are of this class; null: none are. */
    static @Nullable ResourceKind ofClass(CimName className) {
        for (ResourceKind kind : ALL) {
            if (kind.inputClasses().contains(className)) {
                return kind;
            }
        }
        return null;
    }

    /** The kind of the resource that settings with this InstanceID are of; null: it names none. */
    static @Nullable ResourceKind ofInstanceId(@Nullable String instanceId) {
        ResourceId id = ResourceId.ofInstanceId(instanceId);
        for (ResourceKind kind : ALL) {
            if (id != null && kind.canName(id.device())) {
                return kind;
            }
        }
        return null;
    }

    /** The kind with this ResourceType; null: none has. */
    static @Nullable ResourceKind ofType(int resourceType) {
        for (ResourceKind kind : ALL) {
            if (kind.hasType(resourceType)) {
                return kind;
            }
        }
        return null;
    }
}
