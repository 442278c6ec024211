package org.telvirt.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.Health;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemAdded;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRedefined;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** libvirtd dies, the world goes on without it, and then it comes back: what was missed is seen and told all the same. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class OutageOfLibvirtdTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService events = Executors.newSingleThreadExecutor();
    private final List<FacilityEvent> told = Collections.synchronizedList(new ArrayList<>());
    private PrivateLibvirtd host;
    private LibvirtHypervisor engine;
    private LocalFacility facility;

    @BeforeEach
    void open(PrivateLibvirtd libvirtd) throws Exception {
        host = libvirtd;
        engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
        facility = LocalFacility.open(
                engine,
                FacilitySettings.standard(),
                new FacilityThreads(threads, events, timer),
                InstantSource.system());
        var unused = facility.listen(told::add);
    }

    @AfterEach
    void close() throws Exception {
        for (VirtualSystem system : facility.systems()) {
            facility.destroy(system.id());
        }
        await("all to be gone", () -> facility.systems().isEmpty());
        facility.close();
        engine.close();
        timer.shutdownNow();
        events.shutdownNow();
        threads.shutdownNow();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time for " + what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private SystemId define(HeartbeatGuest guest) throws Exception {
        Path document = Files.writeString(host.guests().resolve(guest.name() + ".xml"), guest.domainXml());
        host.virsh("define", document.toString());
        await(guest.name() + " to be seen", () -> systemNamed(guest.name()).isPresent());
        return systemNamed(guest.name()).orElseThrow().id();
    }

    private SystemId activate(HeartbeatGuest guest) throws Exception {
        SystemId id = define(guest);
        facility.change(id, Transition.ACTIVATE, null);
        await(guest.name() + " to be active", () -> stateOf(id) == SystemState.ACTIVE);
        guest.awaitBeats(1);
        return id;
    }

    private Optional<VirtualSystem> systemNamed(String name) {
        return facility.systems().stream()
                .filter(system -> system.name().equals(name))
                .findFirst();
    }

    private SystemState stateOf(SystemId id) {
        VirtualSystem system = facility.system(id);
        assertThat(system).isNotNull();
        return system.state();
    }

    /** What was told, without what only says what a system is busy with. */
    private List<String> told() {
        synchronized (told) {
            return told.stream().flatMap(event -> line(event).stream()).toList();
        }
    }

    private static List<String> line(FacilityEvent event) {
        if (event instanceof SystemAdded added) {
            return List.of(added.system().name() + " added");
        } else if (event instanceof SystemRemoved removed) {
            return List.of(removed.system().name() + " removed");
        } else if (event instanceof SystemRedefined redefined) {
            return List.of(redefined.system().name() + " redefined");
        } else if (event instanceof SystemChanged changed
                && changed.previous().state() != changed.present().state()) {
            return List.of(changed.present().name() + " " + changed.present().state());
        }
        return List.of();
    }

    private HeartbeatGuest guest(String name) {
        return HeartbeatGuest.in(host.guests(), name);
    }

    private void edit(String from, String to, String element) throws Exception {
        String document = Files.readString(host.document(from));
        Files.writeString(
                host.document(to),
                document.replaceFirst("<name>.*</name>", "<name>" + to + "</name>")
                        .replaceFirst("(?=<memory )", element)
                        .replaceFirst("<uuid>.*</uuid>", from.equals(to) ? "$0" : ""));
    }

    @Test
    @Requirement("VMOPE1 failure-isolation")
    void costsNoSystemAndNothingThatHappenedMeanwhile() throws Exception {
        HeartbeatGuest goingOn = guest("goes-on");
        HeartbeatGuest dying = guest("dies");
        SystemId goesOn = activate(goingOn);
        SystemId dies = activate(dying);
        SystemId isEdited = define(guest("is-edited"));
        SystemId isDeleted = define(guest("is-deleted"));
        told.clear();

        host.killDaemon();
        ProcessHandle process = dying.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        edit("is-edited", "comes", "");
        edit("is-edited", "is-edited", "<description>edited</description>");
        Files.delete(host.document("is-deleted"));
        assertThat(facility.systems()).as("what is known stays known").hasSize(4);
        assertThatThrownBy(() -> facility.change(goesOn, Transition.PAUSE, null))
                .isInstanceOfSatisfying(
                        FacilityException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE));
        host.bringDaemonBack();
        await("all to be told", () -> told().size() == 4);

        assertThat(told())
                .containsExactlyInAnyOrder("dies DEFINED", "is-edited redefined", "is-deleted removed", "comes added");
        assertThat(stateOf(goesOn)).isEqualTo(SystemState.ACTIVE);
        assertThat(facility.system(dies).health()).isEqualTo(Health.FAILED);
        assertThat(facility.definition(isEdited, Configuration.DEFINED).description())
                .isEqualTo("edited");
        assertThat(facility.system(isDeleted)).isNull();
        goingOn.awaitBeats(2);
        assertThat(goingOn.beatsAreUnbroken()).isTrue();
        host.virsh("suspend", "goes-on");
        await("what happens afterwards", () -> stateOf(goesOn) == SystemState.PAUSED);
    }
}
