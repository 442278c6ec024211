package org.telvirt.conformance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.conformance.guest.GuestClient;
import org.telvirt.conformance.guest.GuestFacts;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Two servers, each with a host of its own, and a client that brings a guest from the one to the other over CIM-XML. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RealMigrationTest {
    private static final int ACTIVE = 2;
    private static final long RUNNING = 4;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static PrivateLibvirtd host;
    private static PrivateLibvirtd other;
    private static RunningServer server;
    private static RunningServer serverThere;

    @BeforeAll
    static void startTwoHosts(PrivateLibvirtd libvirtd) {
        host = libvirtd;
        other = PrivateLibvirtd.start();
        server = RunningServer.on(host.uri());
        serverThere = RunningServer.on(other.uri());
    }

    @AfterAll
    static void stopThem() {
        server.close();
        serverThere.close();
        other.close();
    }

    private static HeartbeatGuest started(GuestClient client, String name, String program) throws Exception {
        HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), name);
        HeartbeatGuest.boot(program, guest.image());
        client.define(guest, guest.qcow2(""), GuestFacts.defined(64, "goes from host to host"));
        client.request(name, ACTIVE);
        guest.awaitBeats(2);
        return guest;
    }

    /** Percentages of a job while it runs, until it is over; its guest dirties its memory faster than that is copied. */
    private static List<Long> progress(GuestClient client, CimInstancePath job) throws Exception {
        List<Long> percentages = new ArrayList<>();
        for (CimInstance now = client.get(job); GuestClient.number(now, "JobState") <= RUNNING; now = client.get(job)) {
            percentages.add(GuestClient.number(now, "PercentComplete"));
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return percentages;
    }

    @Test
    @Requirement({"VMLIVMIG2", "VMLIVMIG9", "DSP1081 8"})
    void goesThereWhileItBeatsAndAJobTellsHowFarItIs(TestReporter reporter) throws Exception {
        GuestClient client = new GuestClient(server);
        GuestClient clientThere = new GuestClient(serverThere);
        HeartbeatGuest guest = started(client, "traveller", "dirty");
        String uuid = GuestClient.text(client.system("traveller"), "Name");

        CimInstancePath job = Objects.requireNonNull(client.beginMigration("traveller", other.uri(), 1, 6));
        int before = guest.beats().length();
        List<Long> percentages = progress(client, job);
        int during = guest.beats().length() - before;
        client.finish(job);

        reporter.publishEntry(Map.of("percentages", percentages.toString(), "beats meanwhile", "" + during));
        assertThat(percentages).anyMatch(percent -> percent > 0 && percent < 100);
        assertThat(during).isPositive();
        guest.awaitBeats(3);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
        assertThat(client.guests()).isEqualTo(GuestFacts.byLibvirt(host)).doesNotContainKey("traveller");
        GuestFacts there = new GuestFacts("running", 64, "goes from host to host", new TreeSet<>());
        assertThat(clientThere.guests()).isEqualTo(GuestFacts.byLibvirt(other)).containsEntry("traveller", there);
        assertThat(GuestClient.text(clientThere.system("traveller"), "Name")).isEqualTo(uuid);
        clientThere.destroy("traveller");
    }

    @Test
    @Requirement("DSP1081 8")
    void goesOnHereIfTheOtherHostDies() throws Exception {
        GuestClient client = new GuestClient(server);
        HeartbeatGuest guest = started(client, "survivor", "dirty");
        CimInstancePath job;
        try (PrivateLibvirtd mortal = PrivateLibvirtd.start()) {
            job = Objects.requireNonNull(client.beginMigration("survivor", mortal.uri(), 1, 0));
            while (GuestClient.number(client.get(job), "PercentComplete") <= 0) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS); // until its memory is on its way
            }
        }

        assertThatThrownBy(() -> client.finish(job))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the domain goes on here");

        guest.awaitBeats(3);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
        assertThat(client.guests()).isEqualTo(GuestFacts.byLibvirt(host));
        assertThat(client.guests().get("survivor").state()).isEqualTo("running");
        client.destroy("survivor");
    }
}
