package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Transport;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.MortalClient;
import org.telvirt.hypervisor.libvirt.rig.MortalClient.MigrationCall;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.hypervisor.migration.Settlement;
import org.telvirt.hypervisor.migration.Settlement.End;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Whoever leads a migration dies between two of libvirt's last steps; the guest's own beats say where it is. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
@Timeout(300)
@Requirement("VMLIVMIG2")
class InterruptedMigrationTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private PrivateLibvirtd host;
    private PrivateLibvirtd other;
    private LibvirtHypervisor here;
    private LibvirtHypervisor there;
    private HeartbeatGuest guest;
    private DomainId id;

    @BeforeEach
    void aGuestBeatsOnOneOfTwoHosts(PrivateLibvirtd libvirtd, TestReporter reporter) throws Exception {
        host = libvirtd;
        other = PrivateLibvirtd.start();
        here = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
        there = new LibvirtHypervisor(other.uri(), threads, InstantSource.system());
        reporter.publishEntry(Engine.QEMU_GUEST.entry(here.capabilities().engine()));
        RigGuests guests = new RigGuests(host);
        String name = "traveller-" + UUID.randomUUID().toString().substring(0, 8);
        id = here.define(guests.definition(name)).id();
        guest = guests.guest(name);
        here.perform(LifecycleAction.START, id);
        guest.awaitBeats(2);
    }

    @AfterEach
    void leaveNothing() throws Exception {
        for (Domain domain : here.domains()) {
            if (LifecycleAction.STOP.possibleFrom(domain.state())) {
                here.perform(LifecycleAction.STOP, domain.id());
            }
            here.undefine(domain.id());
        }
        here.close();
        there.close();
        other.close();
        threads.shutdown();
    }

    private static MigrationRequest to(String uri) {
        return MigrationRequest.live(uri)
                .withStorage(Storage.SHARED_UNSEEN)
                .withTransport(Transport.TCP, "tcp://127.0.0.1");
    }

    /** A process brings the guest to the other host and is cut off before that call, as if it died; what it says then. */
    private String dieAt(MigrationCall last) throws Exception {
        try (MortalClient client = new MortalClient(last);
                LibvirtHypervisor mortal = new LibvirtHypervisor(client.uri(host), threads, InstantSource.system())) {
            HypervisorException failure = catchThrowableOfType(
                    HypervisorException.class, () -> mortal.migration().migrate(id, to(client.uri(other))));
            assertThat(failure).isNotNull();
            assertThat(client.isDead()).as(failure.getMessage()).isTrue();
            return failure.getMessage();
        }
    }

    private void standsStillHere() throws Exception {
        Domain domain = here.domain(id);
        assertThat(domain.state()).isEqualTo(DomainState.PAUSED);
        assertThat(domain.reason()).isEqualTo(StateReason.MIGRATION);
    }

    @Test
    void isNotCalledDoneByOneWhoWasOnlyCutOff() throws Exception {
        assertThat(dieAt(MigrationCall.CONFIRM))
                .contains("it has arrived and runs there")
                .contains("deactivate it here if it is active");
    }

    @Test
    void endsHereWhenItHasArrived() throws Exception {
        dieAt(MigrationCall.CONFIRM);
        standsStillHere();
        assertThat(there.domain(id).state()).isEqualTo(DomainState.RUNNING);

        Settlement settlement = here.migration().settle(id, other.uri(), true);

        assertThat(settlement.end()).as(settlement.message()).isEqualTo(End.ARRIVED);
        assertThat(here.domain(id).state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(there.domain(id).state()).isEqualTo(DomainState.RUNNING);
        guest.awaitBeats(2);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }

    @Test
    void goesOnHereWhenItHasNotArrived() throws Exception {
        dieAt(MigrationCall.FINISH);
        standsStillHere();
        awaitNothingThere();

        assertThat(here.migration().settle(id, other.uri(), false).end()).isEqualTo(End.OPEN);
        standsStillHere();
        Settlement settlement = here.migration().settle(id, other.uri(), true);

        assertThat(settlement.end()).as(settlement.message()).isEqualTo(End.RETURNED);
        assertThat(here.domain(id).state()).isEqualTo(DomainState.RUNNING);
        guest.awaitBeats(2);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }

    /** libvirtd ends what nobody let go on when it sees that its leader is gone. */
    private void awaitNothingThere() throws Exception {
        for (int i = 0; i < 100 && !there.domains().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(there.domains()).isEmpty();
    }

    @Test
    void staysAsItIsWhileTheOtherHostCannotBeAsked() throws Exception {
        dieAt(MigrationCall.CONFIRM);
        other.killDaemon();
        try {
            Settlement settlement = here.migration().settle(id, other.uri(), true);

            assertThat(settlement.end()).isEqualTo(End.OPEN);
            assertThat(settlement.message())
                    .contains(other.uri())
                    .contains("cannot be asked")
                    .contains("see there");
            standsStillHere();
        } finally {
            other.bringDaemonBack();
        }
        assertThat(here.migration().settle(id, other.uri(), true).end()).isEqualTo(End.ARRIVED);
    }

    @Test
    void staysAsItIsWhenSomebodyElsesRunIsThere() throws Exception {
        dieAt(MigrationCall.CONFIRM);
        there.perform(LifecycleAction.STOP, id);
        there.perform(LifecycleAction.START, id);

        Settlement settlement = here.migration().settle(id, other.uri(), true);

        assertThat(settlement.end()).isEqualTo(End.OPEN);
        standsStillHere();
    }

    @Test
    void isNobodysWhenItsOwnAdministratorPausedIt() throws Exception {
        here.perform(LifecycleAction.PAUSE, id);

        Settlement settlement = here.migration().settle(id, other.uri(), true);

        assertThat(settlement.end()).isEqualTo(End.OPEN);
        assertThat(here.domain(id).state()).isEqualTo(DomainState.PAUSED);
    }
}
