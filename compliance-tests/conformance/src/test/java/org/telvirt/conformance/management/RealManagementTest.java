package org.telvirt.conformance.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.conformance.management.RealManagement.argument;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.management.RealManagement.Answer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** A real guest is changed while it beats, and goes back to what it was. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RealManagementTest {
    private static final String MANAGEMENT = "CIM_VirtualSystemManagementService";
    private static final String SNAPSHOTS = "CIM_VirtualSystemSnapshotService";

    private PrivateLibvirtd host;
    private HeartbeatGuest guest;
    private RealManagement server;
    private CimInstancePath system;

    @BeforeEach
    void start(PrivateLibvirtd libvirtd) throws Exception {
        host = libvirtd;
        guest = HeartbeatGuest.in(host.guests(), "managed");
        server = new RealManagement(host.uri());
        Answer defined = server.service(
                MANAGEMENT,
                "DefineSystem",
                argument(
                        "SystemSettings",
                        CimValues.embedded(settings("CIM_VirtualSystemSettingData")
                                .with(CimName.of("ElementName"), guest.name())
                                .with(CimName.of("Notes"), CimValues.texts("made over CIM"))
                                .build())),
                argument(
                        "ResourceSettings",
                        CimValues.embeddeds(List.of(
                                settings("Telvirt_ProcessorAllocationSettingData")
                                        .with(CimName.of("VirtualQuantity"), CimValues.uint64(1))
                                        .with(CimName.of("Limit"), CimValues.uint64(2))
                                        .build(),
                                settings("Telvirt_MemoryAllocationSettingData")
                                        .with(CimName.of("VirtualQuantity"), CimValues.uint64(32))
                                        .with(CimName.of("AllocationUnits"), "byte*2^20")
                                        .build(),
                                disk(guest.qcow2("")).build(),
                                settings("Telvirt_SerialPortAllocationSettingData")
                                        .with(
                                                CimName.of("HostResource"),
                                                CimValues.texts(guest.log().toString()))
                                        .build()))));
        assertThat(defined.code()).as(defined.cause()).isZero();
        system = defined.paths("ResultingSystem").get(0);
        request(2);
        guest.awaitBeats(2);
    }

    @AfterEach
    void destroy() throws CimException {
        Answer destroyed =
                server.service(MANAGEMENT, "DestroySystem", argument("AffectedSystem", CimValues.reference(system)));
        server.close();
        assertThat(destroyed.code()).as(destroyed.cause()).isZero();
    }

    private static CimInstance.Builder settings(String className) {
        return CimInstance.of(CimName.of(className));
    }

    private static CimInstance.Builder disk(Path image) {
        return settings("Telvirt_StorageAllocationSettingData")
                .with(CimName.of("HostResource"), CimValues.texts(image.toString()))
                .with(CimName.of("ImageFormat"), "qcow2")
                .with(CimName.of("BootOrder"), CimValues.uint16(0));
    }

    private void request(int state) throws CimException {
        Answer answer = server.call(system, "RequestStateChange", argument("RequestedState", CimValues.uint16(state)));
        assertThat(answer.code()).as(answer.cause()).isZero();
    }

    private CimInstancePath state() throws CimException {
        return server.associators(system, "CIM_SettingsDefineState", "ManagedElement")
                .get(0)
                .path();
    }

    private List<CimInstance> resources(CimInstancePath configuration, String className) throws CimException {
        return server.associators(configuration, "CIM_VirtualSystemSettingDataComponent", "GroupComponent").stream()
                .filter(found -> found.className().equals(CimName.of(className)))
                .toList();
    }

    @Test
    @Requirement({"VMACT2", "VMPERF12 cpu", "VMPERF12 devices", "VMPERF13", "VMPERF14", "DSP1042 8.2"})
    void getsProcessorsDisksAndPortsWhileItBeats() throws Exception {
        Answer added = server.service(
                MANAGEMENT,
                "AddResourceSettings",
                argument("AffectedConfiguration", CimValues.reference(state())),
                argument(
                        "ResourceSettings",
                        CimValues.embeddeds(List.of(
                                disk(guest.qcow2("-second"))
                                        .with(CimName.of("WriteBandwidthLimit"), CimValues.uint64(1 << 20))
                                        .build(),
                                settings("Telvirt_EthernetPortAllocationSettingData")
                                        .with(CimName.of("Connection"), CimValues.texts("user:"))
                                        .build()))));
        CimInstance processor =
                resources(state(), "Telvirt_ProcessorAllocationSettingData").get(0);
        Answer changed = server.service(
                MANAGEMENT,
                "ModifyResourceSettings",
                argument(
                        "ResourceSettings",
                        CimValues.embeddeds(List.of(settings("Telvirt_ProcessorAllocationSettingData")
                                .with(CimName.of("InstanceID"), processor.text(CimName.of("InstanceID")))
                                .with(CimName.of("VirtualQuantity"), CimValues.uint64(2))
                                .with(CimName.of("TimeLimit"), CimValues.uint64(80_000))
                                .build()))));

        assertThat(added.code()).as(added.cause()).isZero();
        assertThat(changed.code()).as(changed.cause()).isZero();
        assertThat(resources(state(), "Telvirt_StorageAllocationSettingData"))
                .extracting(disk -> disk.number(CimName.of("WriteBandwidthLimit")))
                .containsExactly(0L, 1L << 20);
        assertThat(resources(state(), "Telvirt_EthernetPortAllocationSettingData"))
                .hasSize(1);
        CimInstance now =
                resources(state(), "Telvirt_ProcessorAllocationSettingData").get(0);
        assertThat(now.number(CimName.of("VirtualQuantity"))).isEqualTo(2);
        assertThat(now.number(CimName.of("TimeLimit"))).isEqualTo(80_000);
        assertThat(host.virsh("domblklist", guest.name())).contains("second.qcow2");
        guest.awaitBeats(3);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }

    @Test
    @Requirement({"VMAVAIL1 restart", "DSP1042 8.3"})
    void goesBackToASnapshot() throws Exception {
        Answer created = server.service(
                SNAPSHOTS,
                "CreateSnapshot",
                argument("AffectedSystem", CimValues.reference(system)),
                argument("SnapshotType", CimValues.uint16(2)),
                argument(
                        "SnapshotSettings",
                        CimValues.embedded(settings("Telvirt_VirtualSystemSnapshotSettingData")
                                .with(CimName.of("ElementName"), "before")
                                .build())));
        assertThat(created.code()).as(created.cause()).isZero();
        List<CimInstance> snapshots = server.associators(system, "CIM_SnapshotOfVirtualSystem", "Antecedent");
        assertThat(snapshots).hasSize(1);
        CimInstancePath snapshot = snapshots.get(0).path();
        assertThat(resources(snapshot, "Telvirt_StorageAllocationSettingData")).hasSize(1);
        assertThat(server.get(snapshot).value(CimName.of("Notes"))).isEqualTo(CimValues.texts("made over CIM"));
        getsProcessorsDisksAndPortsWhileItBeats();

        Answer applied =
                server.service(SNAPSHOTS, "ApplySnapshot", argument("Snapshot", CimValues.reference(snapshot)));

        assertThat(applied.code()).as(applied.cause()).isZero();
        assertThat(resources(state(), "Telvirt_StorageAllocationSettingData")).hasSize(1);
        assertThat(server.get(system).number(CimName.of("EnabledState"))).isEqualTo(2);
        assertThat(server.associators(system, "CIM_LastAppliedSnapshot", "Dependent"))
                .hasSize(1);
        guest.awaitBeats(2);
        Answer destroyed = server.service(
                SNAPSHOTS, "DestroySnapshot", argument("AffectedSnapshot", CimValues.reference(snapshot)));
        assertThat(destroyed.code()).as(destroyed.cause()).isZero();
        assertThat(server.associators(system, "CIM_SnapshotOfVirtualSystem", "Antecedent"))
                .isEmpty();
        assertThat(host.virsh("snapshot-list", "--name", guest.name())).isBlank();
    }

    @Test
    @Requirement("DSP1057 7")
    void keepsAllNamesAndItsGuestWhenTheServerIsStartedAnew() throws Exception {
        List<CimInstancePath> elements = server.names("CIM_ManagedElement");
        List<CimInstancePath> links = server.names("CIM_SettingsDefineState");
        assertThat(elements).hasSizeGreaterThan(20);

        server.close();
        guest.awaitBeats(1);
        server = new RealManagement(host.uri());

        assertThat(server.names("CIM_ManagedElement")).containsExactlyInAnyOrderElementsOf(elements);
        assertThat(server.names("CIM_SettingsDefineState")).containsExactlyInAnyOrderElementsOf(links);
        assertThat(server.get(system).number(CimName.of("EnabledState"))).isEqualTo(2);
        guest.awaitBeats(1);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }
}
