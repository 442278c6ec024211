package org.telvirt.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.Share;
import org.telvirt.facility.snapshot.SnapshotKind;
import org.telvirt.facility.snapshot.SnapshotWish;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogAction;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.rig.CimSchema;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Everything that is served, on a host with systems in every state: right by its class, and consistent in itself. */
@RanOn(Engine.SIMULATED)
class ServedInstancesTest {
    private static final String SERVED = """
            CIM_ActiveConnection
            CIM_AffectedJobElement
            CIM_AssociatedPowerManagementService
            CIM_BindsTo
            CIM_ConcreteComponent
            CIM_ControlledBy
            CIM_DeviceSAPImplementation
            CIM_ElementAllocatedFromPool
            CIM_ElementCapabilities
            CIM_ElementConformsToProfile
            CIM_ElementSettingData
            CIM_HostedAccessPoint
            CIM_HostedDependency
            CIM_HostedResourcePool
            CIM_HostedService
            CIM_LastAppliedSnapshot
            CIM_OrderedComponent
            CIM_OwningJobElement
            CIM_ReferencedProfile
            CIM_ResourceAllocationFromPool
            CIM_SAPAvailableForElement
            CIM_ServiceAccessBySAP
            CIM_ServiceAffectsElement
            CIM_SettingsDefineCapabilities
            CIM_SettingsDefineState
            CIM_SnapshotOfVirtualSystem
            CIM_SystemDevice
            CIM_VirtualSystemSettingDataComponent
            Telvirt_AllocationCapabilities
            Telvirt_AllocationTemplate
            Telvirt_BootConfigSetting
            Telvirt_BootService
            Telvirt_BootServiceCapabilities
            Telvirt_BootSourceSetting
            Telvirt_CDROMDrive
            Telvirt_ComputerSystem
            Telvirt_ConcreteJob
            Telvirt_Controller
            Telvirt_DevicePool
            Telvirt_DisketteDrive
            Telvirt_DisplayController
            Telvirt_EnabledLogicalElementCapabilities
            Telvirt_EthernetPort
            Telvirt_EthernetPortAllocationSettingData
            Telvirt_EthernetSwitchPort
            Telvirt_GraphicsAllocationSettingData
            Telvirt_HostCapabilities
            Telvirt_HostDeviceAllocationSettingData
            Telvirt_HostEthernetPort
            Telvirt_HostMemory
            Telvirt_HostProcessor
            Telvirt_HostSystem
            Telvirt_IDEController
            Telvirt_KVMRedirectionSAP
            Telvirt_KVMRedirectionService
            Telvirt_KVMRedirectionServiceCapabilities
            Telvirt_Keyboard
            Telvirt_LANEndpoint
            Telvirt_LogicalDisk
            Telvirt_Memory
            Telvirt_MemoryAllocationSettingData
            Telvirt_MemoryPool
            Telvirt_NetworkPool
            Telvirt_PCIDevice
            Telvirt_PointingDevice
            Telvirt_PowerManagementCapabilities
            Telvirt_PowerManagementService
            Telvirt_Processor
            Telvirt_ProcessorAllocationSettingData
            Telvirt_ProcessorPool
            Telvirt_RegisteredProfile
            Telvirt_RemoteServiceAccessPoint
            Telvirt_ResourcePoolConfigurationCapabilities
            Telvirt_ResourcePoolConfigurationService
            Telvirt_SCSIController
            Telvirt_SerialController
            Telvirt_SerialPortAllocationSettingData
            Telvirt_SharedMemoryAllocationSettingData
            Telvirt_StorageAllocationSettingData
            Telvirt_StoragePool
            Telvirt_SwitchLANEndpoint
            Telvirt_TCPProtocolEndpoint
            Telvirt_TextRedirectionSAP
            Telvirt_TextRedirectionService
            Telvirt_TextRedirectionServiceCapabilities
            Telvirt_USBController
            Telvirt_VirtualEthernetSwitch
            Telvirt_VirtualEthernetSwitchSettingData
            Telvirt_VirtualSystemManagementCapabilities
            Telvirt_VirtualSystemManagementService
            Telvirt_VirtualSystemMigrationCapabilities
            Telvirt_VirtualSystemMigrationService
            Telvirt_VirtualSystemMigrationSettingData
            Telvirt_VirtualSystemSettingData
            Telvirt_VirtualSystemSnapshotCapabilities
            Telvirt_VirtualSystemSnapshotService
            Telvirt_VirtualSystemSnapshotServiceCapabilities
            Telvirt_Watchdog
            """;

    private FacilityBench bench;
    private CimServer server;

    @BeforeEach
    void fillTheHost() throws FacilityException, HypervisorException, CimException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        bench.define("defined");
        bench.another().storage().definePool("images", "/images");
        bench.another().networks().defineIsolated("oam");
        bench.facility().pools().create("set aside", List.of(new Share(PoolId.host(PoolKind.MEMORY), 1L << 30)));
        bench.facility().pools().createOf("real time", NumberSet.range(4, 7));
        SystemId active = bench.facility().define(rich("active")).id();
        bench.change(active, Transition.ACTIVATE);
        bench.facility().redefine(active, definition -> definition.withProcessors(Processors.of(4)));
        for (Transition then : List.of(Transition.PAUSE, Transition.SUSPEND)) {
            bench.change(bench.activate(then.name()), then);
        }
        bench.facility().snapshots().take(active, new SnapshotWish("first", "", SnapshotKind.FULL, false));
        bench.facility().snapshots().apply(active, "first");
        bench.facility().snapshots().take(active, new SnapshotWish("second", "", SnapshotKind.DISKS, false));
        SystemId leaving = bench.activate("leaving");
        bench.change(leaving, Transition.SHUT_DOWN);
        SystemId crashed = bench.activate("crashed");
        bench.host().happen(Incident.GUEST_PANIC, FacilityBench.domain(crashed));
        server.requestState(crashed, 9);
        server.manage("DefineSystem", CimServer.settings("ResourceSettings", List.of()));
        bench.advance(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static DomainDefinition rich(String name) {
        return FacilityBench.definition(name)
                .withDescription("with everything")
                .withProcessors(new Processors(1, 2))
                .withMemory(new Memory(ByteSize.ofMebibytes(256), new ByteSize(300_000_001)))
                .withDisks(List.of(
                        new Disk(null, DeviceType.DISK, null, new FileMedium("/images/a.img", "raw"), false, 1),
                        new Disk(null, DeviceType.DISK, null, new BlockMedium("/dev/sdb", null), true, null),
                        new Disk(null, DeviceType.CDROM, null, null, true, null),
                        new Disk(null, DeviceType.FLOPPY, null, null, false, null),
                        new Disk("hda", DeviceType.CDROM, Bus.IDE, null, true, 3),
                        new Disk("sda", DeviceType.DISK, Bus.SCSI, new FileMedium("/b.img", "qcow2"), false, null),
                        new Disk("sdb", DeviceType.DISK, Bus.USB, new FileMedium("/c.img", null), true, null)))
                .withNetworkPorts(List.of(
                        new NetworkPort(null, new Bridge("br0"), null, null),
                        new NetworkPort(null, new VirtualNetwork("oam"), null, null),
                        new NetworkPort(null, new UserNetwork(), "e1000", 2)))
                .withConsoles(List.of(new Console("/log/active"), new Console(null)))
                .withDisplays(List.of(Display.LOCAL))
                .withPlatform(Platform.DEFAULT.withArchitecture("x86_64", null))
                .withFaultPolicy(
                        FaultPolicy.DEFAULT.withWatchdog(new Watchdog(WatchdogModel.I6300ESB, WatchdogAction.RESET)))
                .withHostDevices(List.of(new PciDevice(0, 6, 0x12, 5), new UsbDevice(0x046d, 0xc52b)))
                .withSharedMemories(List.of(new SharedMemory("ring-1", ByteSize.ofMebibytes(4))));
    }

    private Map<CimInstancePath, CimInstance> everything() throws CimException {
        Map<CimInstancePath, CimInstance> all = new LinkedHashMap<>();
        for (CimNamespace namespace : List.of(Namespaces.VIRT, Namespaces.INTEROP)) {
            for (CimClass root : CimSchema.all().roots()) {
                for (CimInstance instance :
                        server.enumerate(namespace, root.name().toString())) {
                    all.put(Objects.requireNonNull(instance.path()), instance);
                }
            }
        }
        return all;
    }

    @Test
    void thereAreInstancesOfEveryClassThatIsServed() throws CimException {
        Set<String> classes = new TreeSet<>();
        everything()
                .values()
                .forEach(instance -> classes.add(instance.className().toString()));

        assertThat(classes).containsExactlyElementsOf(SERVED.lines().toList());
    }

    @Test
    @Requirement({"DSP0004 5.6.3", "DSP1001 7"})
    void everyValueIsOfItsTypeAndInItsValueMapAndNothingRequiredIsMissing() throws CimException {
        SoftAssertions soft = new SoftAssertions();
        for (CimInstance instance : everything().values()) {
            soft.assertThat(CimSchema.violations(instance))
                    .as(String.valueOf(instance.path()))
                    .isEmpty();
        }
        soft.assertAll();
    }

    @Test
    void everyInstanceIsTheSameWhenItIsAskedForAlone() throws CimException {
        SoftAssertions soft = new SoftAssertions();
        for (Map.Entry<CimInstancePath, CimInstance> entry : everything().entrySet()) {
            soft.assertThat(server.get(entry.getKey())).isEqualTo(entry.getValue());
        }
        soft.assertAll();
    }

    /** Whoever is referred to exists, and leads back; from its own namespace, if the other end is in another one. */
    @Test
    void everyAssociationCanBeFollowedFromEachOfItsEnds() throws CimException {
        SoftAssertions soft = new SoftAssertions();
        int ends = 0;
        for (CimInstance instance : everything().values()) {
            for (CimInstancePath end : ends(instance)) {
                ends++;
                CimInstancePath association = Objects.requireNonNull(instance.path());
                soft.assertThat(server.get(end)).as("the end of " + association).isNotNull();
                soft.assertThat(referenceNames(end))
                        .as("what refers to " + end)
                        .contains(association.in(end.namespace()));
            }
        }
        soft.assertAll();
        assertThat(ends).isGreaterThan(100);
    }

    /** Associators are exactly the other ends of the references. */
    @Test
    void associatorsAndReferencesAgree() throws CimException {
        SoftAssertions soft = new SoftAssertions();
        for (CimInstancePath path : everything().keySet()) {
            Set<String> others = new TreeSet<>();
            for (CimInstancePath association : referenceNames(path)) {
                List<CimInstancePath> ends = ends(server.get(association));
                ends.remove(path.on(null));
                ends.forEach(end -> others.add(end.toString()));
            }
            Set<String> associators = new TreeSet<>();
            associatorNames(path).forEach(end -> associators.add(end.on(null).toString()));
            soft.assertThat(associators).as("associators of " + path).isEqualTo(others);
        }
        soft.assertAll();
    }

    private List<CimInstancePath> referenceNames(CimInstancePath path) throws CimException {
        return server.execute(new ReferenceNames(
                        Objects.requireNonNull(path.namespace()), path.in(null).on(null), AssociationFilter.ANY))
                .toList();
    }

    private List<CimInstancePath> associatorNames(CimInstancePath path) throws CimException {
        return server.execute(new AssociatorNames(
                        Objects.requireNonNull(path.namespace()), path.in(null).on(null), AssociationFilter.ANY))
                .toList();
    }

    private static List<CimInstancePath> ends(CimInstance instance) {
        List<CimInstancePath> ends = new ArrayList<>();
        for (CimProperty property : instance.properties()) {
            if (property.value() instanceof CimValue.Reference reference
                    && reference.path() instanceof CimInstancePath path) {
                ends.add(path);
            }
        }
        return ends;
    }
}
