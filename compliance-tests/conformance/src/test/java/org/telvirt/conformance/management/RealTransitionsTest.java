package org.telvirt.conformance.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.conformance.guest.GuestClient;
import org.telvirt.conformance.guest.GuestFacts;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** A program brings a real guest from state to state over CIM-XML; the guests' own beats say what came of it. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RealTransitionsTest {
    private static final int ACTIVE = 2;
    private static final int INACTIVE = 3;
    private static final int SHUT_DOWN = 4;
    private static final int SUSPENDED = 6;
    private static final int PAUSED = 9;
    private static final int REBOOT = 10;
    private static final int RESET = 11;
    private static final int TURN_OFF = 3;
    private static final Duration SHORT = Duration.ofSeconds(3);

    private PrivateLibvirtd host;
    private RunningServer server;
    private GuestClient client;

    @BeforeEach
    void startServer(PrivateLibvirtd libvirtd) {
        host = libvirtd;
        server = RunningServer.on(host.uri());
        client = new GuestClient(server);
    }

    @AfterEach
    void stopServer() throws Exception {
        for (String name : client.guests().keySet()) {
            client.destroy(name);
        }
        server.close();
    }

    private HeartbeatGuest running(String name, String program) throws Exception {
        HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), name);
        HeartbeatGuest.boot(program, guest.image());
        client.define(guest, guest.qcow2(""), GuestFacts.defined(32, "changes its state"));
        client.request(name, ACTIVE);
        guest.awaitBeats(2);
        return guest;
    }

    private String state(String name) throws Exception {
        return client.guests().get(name).state();
    }

    private static int starts(HeartbeatGuest guest) {
        int starts = 0;
        char last = 'Z';
        for (char beat : guest.beats().toCharArray()) {
            starts += beat == 'A' && last != 'Z' ? 1 : 0;
            last = beat;
        }
        return starts;
    }

    private static void awaitStarts(HeartbeatGuest guest, int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (starts(guest) < count) {
            assertThat(System.nanoTime()).as(guest.beats()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    @Requirement({
        "VMOPE4 activate", "VMOPE4 deactivate", "VMOPE4 pause", "VMOPE4 suspend", "VMOPE4 shutdown",
        "VMOPE4 reboot", "VMOPE4 reset", "VMOPE4 others-unaffected", "VMOPE5 activate", "VMOPE5 deactivate",
        "VMOPE5 pause", "VMOPE5 suspend", "VMOPE5 shutdown", "VMOPE5 reboot", "VMOPE5 reset",
        "VMOPE5 others-unaffected"
    })
    void doesWhatItIsToldAndItsNeighbourNoticesNothing() throws Exception {
        HeartbeatGuest neighbour = running("neighbour", "heartbeat");
        HeartbeatGuest guest = running("subject", "obedient");

        client.request("subject", PAUSED);
        assertThat(guest.beatsDuring(Duration.ofSeconds(2))).isZero();
        client.request("subject", ACTIVE);
        guest.awaitBeats(2);
        client.request("subject", SUSPENDED);
        assertThat(guest.process()).isEmpty();
        client.request("subject", ACTIVE);
        guest.awaitBeats(2);
        assertThat(guest.beatsAreUnbroken())
                .as("no memory lost: " + guest.beats())
                .isTrue();

        client.request("subject", RESET);
        awaitStarts(guest, 1);
        guest.awaitBeats(1);
        client.request("subject", REBOOT);
        awaitStarts(guest, 2);
        guest.awaitBeats(1);
        client.request("subject", SHUT_DOWN);
        assertThat(state("subject")).isEqualTo("shut off");
        assertThat(guest.process()).isEmpty();

        client.request("subject", ACTIVE);
        awaitStarts(guest, 3);
        client.request("subject", INACTIVE);
        assertThat(guest.process()).isEmpty();
        neighbour.awaitBeats(2);
        assertThat(neighbour.beatsAreUnbroken()).as(neighbour.beats()).isTrue();
    }

    @Test
    @Requirement({"VMOPE4 shutdown", "VMOPE5 shutdown"})
    void goesOnAfterTheDeadlineOfAShutdownThatItDoesNotHear() throws Exception {
        HeartbeatGuest guest = running("deaf", "heartbeat");

        assertThatThrownBy(() -> client.request("deaf", SHUT_DOWN, SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("its guest did not do so within 3000 ms; it goes on as it is");

        guest.awaitBeats(2);
        assertThat(guest.beatsAreUnbroken()).isTrue();
    }

    @Test
    @Requirement({"VMOPE4 shutdown", "VMOPE5 shutdown"})
    void isTurnedOffAtThatDeadlineIfItsSettingsSaySo() throws Exception {
        HeartbeatGuest guest = running("ignorant", "heartbeat");
        client.onShutdownTimeout("ignorant", TURN_OFF);

        long begun = System.nanoTime();
        client.request("ignorant", SHUT_DOWN, SHORT);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SHORT);
        assertThat(state("ignorant")).isEqualTo("shut off");
        assertThat(guest.process()).isEmpty();
        assertThat(guest.beatsAreUnbroken()).as("until then it went on").isTrue();
    }
}
