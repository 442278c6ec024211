package org.telvirt.conformance.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.conformance.specimen.Laboratory;
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.WbemServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Many real guests at once, managed by a program over CIM-XML; what happens to one is not felt by another. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class ManyGuestsTest {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int SOME = 4;
    private static final int MANY = 24;
    private static final int BEATS = 3;

    @Test
    @Requirement({
        "VMOPE3 concurrent",
        "VMOPE4 others-unaffected",
        "VMOPE5 activate",
        "VMOPE5 deactivate",
        "VMOPE5 pause",
        "VMOPE5 suspend",
        "VMOPE5 others-unaffected"
    })
    void runAtOnceAndDoNotFeelEachOther(PrivateLibvirtd host) throws CimException {
        run(host, SOME);
    }

    @Test
    @EnabledIfSystemProperty(named = "telvirt.long", matches = "true")
    @Requirement({"VMOPE3 concurrent", "VMOPE3 no-ceiling"})
    void areAsManyAsTheMemoryHolds(PrivateLibvirtd host) throws CimException {
        run(host, MANY);
    }

    private static void run(PrivateLibvirtd host, int count) throws CimException {
        try (RunningServer server = RunningServer.on(host.uri());
                Laboratory laboratory = new Laboratory(
                        new WbemServer(ModelNamespace.client(server), CallContext.internal("admin")),
                        CimNamespace.of("root/virt"),
                        () -> LockSupport.parkNanos(PAUSE_NANOS))) {
            HeartbeatGuest heart = HeartbeatGuest.in(host.guests(), "heart");
            Specimen beating = laboratory.specimen(Resource.memory(16), disk(heart), serialPort(heart));
            beating.bring(SystemState.ACTIVE);
            heart.awaitBeats(BEATS);

            List<Specimen> others = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Specimen other = laboratory.small();
                other.bring(SystemState.ACTIVE);
                others.add(other);
            }
            for (Specimen other : others) {
                assertThat(other.enabledState()).isEqualTo(SystemState.ACTIVE.enabledState());
            }
            changeAll(others.get(0));
            for (Specimen other : others.subList(1, count)) {
                assertThat(other.enabledState()).isEqualTo(SystemState.ACTIVE.enabledState());
            }
            heart.awaitBeats(BEATS);
            assertThat(heart.beatsAreUnbroken()).as(heart.beats()).isTrue();
        }
    }

    private static void changeAll(Specimen one) throws CimException {
        for (SystemState state :
                List.of(SystemState.PAUSED, SystemState.ACTIVE, SystemState.SUSPENDED, SystemState.ACTIVE)) {
            assertThat(one.request(state.enabledState()).succeeded())
                    .as(state.toString())
                    .isTrue();
            assertThat(one.comesToBe(state)).as(state.toString()).isTrue();
        }
        assertThat(one.request(SystemState.DEFINED.enabledState()).succeeded()).isTrue();
        assertThat(one.comesToBe(SystemState.DEFINED)).isTrue();
    }

    private static CimInstance disk(HeartbeatGuest guest) {
        return Resource.disk("file://" + guest.image());
    }

    private static CimInstance serialPort(HeartbeatGuest guest) {
        return Resource.of("CIM_ResourceAllocationSettingData", Resource.SERIAL_PORT)
                .with(CimName.of("HostResource"), CimValues.texts("file://" + guest.log()))
                .build();
    }
}
