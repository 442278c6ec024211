package org.telvirt.providers.logicaldevice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.logicaldevice.Devices.Running;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.settings.ConfigurationId;

/** The devices of virtual systems, which settings describe them, and what belongs to what among them. */
public final class LogicalDeviceProfile {
    private static final EthernetPortKind PORTS = new EthernetPortKind();
    private static final List<DriveKind> DRIVES = List.of(DriveKind.DISK, DriveKind.CDROM, DriveKind.FLOPPY);
    private static final List<ControllerKind> CONTROLLERS =
            List.of(ControllerKind.IDE, ControllerKind.SCSI, ControllerKind.USB, ControllerKind.OTHER);

    private final Devices running;
    private final List<DeviceProvider> devices;
    private final DeviceProvider ports;
    private final EndpointProvider endpoints;

    public LogicalDeviceProfile(VirtualizationFacility facility) {
        this.running = new Devices(facility);
        this.devices = kinds().map(kind -> new DeviceProvider(kind, running)).toList();
        this.ports = provider(PORTS);
        this.endpoints = new EndpointProvider(PORTS, ports, running);
    }

    private static Stream<DeviceKind> kinds() {
        List<DeviceKind> kinds = new ArrayList<>(List.of(new ProcessorKind(), new MemoryKind()));
        kinds.addAll(DRIVES);
        kinds.add(PORTS);
        kinds.addAll(List.of(
                SimpleKind.SERIAL_PORT,
                SimpleKind.DISPLAY,
                SimpleKind.KEYBOARD,
                SimpleKind.MOUSE_DEVICE,
                SimpleKind.WATCHDOG,
                new PciDeviceKind()));
        kinds.addAll(CONTROLLERS);
        return kinds.stream();
    }

    private DeviceProvider provider(DeviceKind kind) {
        return devices.stream()
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** The devices, one provider for each class. */
    public List<InstanceProvider> devices() {
        return List.copyOf(devices);
    }

    /** The LAN endpoints of network ports. */
    public InstanceProvider endpoints() {
        return endpoints;
    }

    /**
     * The providers.
     *
     * @param systems the virtual systems, which have the devices
     * @param settings those of resources, one provider for each class
     */
    public ProviderSet providers(InstanceProvider systems, List<? extends InstanceProvider> settings) {
        List<AssociationProvider> associations = new ArrayList<>();
        for (DeviceProvider device : devices) {
            associations.add(systemDevice(systems, device));
            settings.stream()
                    .filter(described ->
                            described.className().equals(device.kind().settingsClass()))
                    .forEach(described -> associations.add(state(device, described)));
        }
        for (DriveKind drive : DRIVES) {
            CONTROLLERS.forEach(controller -> associations.add(controlled(controller, drive)));
        }
        associations.add(carried());
        associations.add(hosted(systems));
        List<InstanceProvider> instances = new ArrayList<>(devices);
        instances.add(endpoints);
        return new ProviderSet(Set.of(Namespaces.VIRT), instances, associations, List.of());
    }

    private static AssociationProvider systemDevice(InstanceProvider systems, DeviceProvider device) {
        return Associations.of(DeviceNames.CIM_SYSTEM_DEVICE)
                .from(DeviceNames.GROUP_COMPONENT, systems)
                .to(DeviceNames.PART_COMPONENT, device)
                .oneToMany(
                        (system, context) -> device.paths(Objects.requireNonNull(SystemPath.id(system))),
                        (path, context) -> SystemPath.of(id(device, path).system()));
    }

    private static DeviceId id(DeviceProvider device, CimInstancePath path) {
        return Objects.requireNonNull(DeviceId.of(path, device.className()));
    }

    /** A device is described by the settings of its resource in the state configuration, and by no others. */
    private AssociationProvider state(DeviceProvider device, InstanceProvider settings) {
        return Associations.of(DeviceNames.CIM_SETTINGS_DEFINE_STATE)
                .from(DeviceNames.MANAGED_ELEMENT, device)
                .to(DeviceNames.SETTING_DATA, settings)
                .manyToOne(
                        (path, context) -> settingsOf(id(device, path), device, settings, context),
                        (path, context) -> describedBy(path, device));
    }

    private static @Nullable CimInstancePath settingsOf(
            DeviceId id, DeviceProvider device, InstanceProvider settings, CallContext context) throws CimException {
        ConfigurationId configuration = new ConfigurationId(id.system(), Configuration.ACTIVE);
        ResourceId resource = new ResourceId(configuration, device.kind().resource(id.name()));
        CimInstancePath path =
                CimInstancePath.of(settings.className(), ElementNames.INSTANCE_ID, resource.instanceId());
        return settings.exists(path, context) ? path : null;
    }

    private List<CimInstancePath> describedBy(CimInstancePath settings, DeviceProvider device) {
        ResourceId id = ResourceId.of(settings);
        Running system = id == null || !id.configuration().isState()
                ? null
                : running.find(id.configuration().system());
        return id == null || system == null
                ? List.of()
                : device.kind().names(system.definition()).stream()
                        .filter(name -> device.kind().resource(name).equals(id.device()))
                        .map(name -> new DeviceId(system.system().id(), name).path(device.className()))
                        .toList();
    }

    private AssociationProvider controlled(ControllerKind controller, DriveKind drive) {
        DeviceProvider controllers = provider(controller);
        DeviceProvider drives = provider(drive);
        return Associations.of(DeviceNames.CIM_CONTROLLED_BY)
                .from(ElementNames.ANTECEDENT, controllers)
                .to(ElementNames.DEPENDENT, drives)
                .oneToMany(
                        (path, context) -> drivenBy(id(controllers, path), controller, drive),
                        (path, context) -> driving(id(drives, path), controller));
    }

    private List<CimInstancePath> drivenBy(DeviceId id, ControllerKind controller, DriveKind drive) {
        Running system = running.find(id.system());
        return system == null
                ? List.of()
                : drive.names(system.definition()).stream()
                        .filter(name -> id.name().equals(controller.driving(DriveKind.find(system.definition(), name))))
                        .map(name -> new DeviceId(id.system(), name).path(drive.className()))
                        .toList();
    }

    private @Nullable CimInstancePath driving(DeviceId drive, ControllerKind controller) {
        Running system = running.find(drive.system());
        String name = system == null ? null : controller.driving(DriveKind.find(system.definition(), drive.name()));
        return name == null ? null : new DeviceId(drive.system(), name).path(controller.className());
    }

    private AssociationProvider carried() {
        return Associations.of(DeviceNames.CIM_DEVICE_SAP_IMPLEMENTATION)
                .from(ElementNames.ANTECEDENT, ports)
                .to(ElementNames.DEPENDENT, endpoints)
                .oneToOne(
                        (port, context) -> EndpointProvider.path(id(ports, port)),
                        (endpoint, context) -> Objects.requireNonNull(EndpointProvider.port(endpoint))
                                .path(ports.className()));
    }

    private AssociationProvider hosted(InstanceProvider systems) {
        return Associations.of(DeviceNames.CIM_HOSTED_ACCESS_POINT)
                .from(ElementNames.ANTECEDENT, systems)
                .to(ElementNames.DEPENDENT, endpoints)
                .oneToMany(
                        (system, context) -> endpoints.paths(systemId(system)),
                        (endpoint, context) -> SystemPath.of(Objects.requireNonNull(EndpointProvider.port(endpoint))
                                .system()));
    }

    private static SystemId systemId(CimInstancePath system) {
        return Objects.requireNonNull(SystemPath.id(system));
    }
}
