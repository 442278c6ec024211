package org.telvirt.conformance.tour;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.conformance.rig.Needs;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.conformance.tour.Tour.Outcome;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What the README promises a newcomer and TOURS.md those who come from elsewhere, command by command. */
@Requirement({"VMOPE4", "VMOPE5"})
class TourTest {
    private static void walk(String name, RunningServer server, Map<String, String> more) {
        SoftAssertions assertions = new SoftAssertions();
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of("TELVIRT", server.http(), "PASSWORD", RunningServer.PASSWORD));
        for (Outcome outcome : Tour.named(name).run(environment)) {
            assertions
                    .assertThat(outcome.step().isMetBy(outcome.output()))
                    .as(
                            "%s%nexpected: %s%nprinted: %s",
                            outcome.step().command(), outcome.step().expected(), outcome)
                    .isTrue();
        }
        assertions.assertAll();
    }

    @Nested
    @Needs({"wbemcli", "curl"})
    @RanOn(Engine.SIMULATED)
    class OnTheSimulatedHypervisor {
        @Test
        void everyCommandPrintsWhatTheReadmeSays() {
            try (RunningServer server = RunningServer.simulated()) {
                walk("simulated", server, Map.of());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"libvirt-cim", "hyper-v", "snapshots"})
        void everyCommandOfClientsOfThePeersPrintsWhatTheirTourSays(String tour) {
            try (RunningServer server = RunningServer.simulated()) {
                walk(tour, server, Map.of("IMAGE", "/var/lib/libvirt/images/tour.img"));
            }
        }

        @Test
        void everyCommandOfTheServerPrintsWhatTheReadmeSays() {
            try (RunningServer server = RunningServer.simulated()) {
                walk("server", server, Map.of("TELVIRT_STATE", server.state().toString()));
            }
        }
    }

    @Nested
    @RealHost
    @Needs({"wbemcli", "virsh"})
    @RanOn(Engine.QEMU_GUEST)
    class OnARealGuest {
        @Test
        void everyCommandPrintsWhatTheReadmeSays(PrivateLibvirtd host) {
            HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), "tour");
            try (RunningServer server = RunningServer.on(host.uri())) {
                walk(
                        "real",
                        server,
                        Map.of(
                                "IMAGE",
                                guest.image().toString(),
                                "LOG",
                                guest.log().toString(),
                                "LIBVIRT",
                                host.uri()));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"libvirt-cim", "hyper-v"})
        void everyCommandOfClientsOfThePeersPrintsWhatTheirTourSays(String tour, PrivateLibvirtd host) {
            HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), tour);
            try (RunningServer server = RunningServer.on(host.uri())) {
                walk(tour, server, Map.of("IMAGE", guest.image().toString()));
            }
        }
    }
}
