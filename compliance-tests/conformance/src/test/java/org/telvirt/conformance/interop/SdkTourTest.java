package org.telvirt.conformance.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.rig.Needs;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.sdk.Resources;
import org.telvirt.sdk.SdkException;
import org.telvirt.sdk.SystemDescription;
import org.telvirt.sdk.SystemState;
import org.telvirt.sdk.Transition;
import org.telvirt.sdk.VirtualSystem;
import org.telvirt.sdk.VirtualSystems;
import org.telvirt.sdk.cimxml.CimXmlConnection;
import org.telvirt.sdk.cimxml.ConnectionSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** The ways of the peers' clients with the SDK, over sockets, on both engines. */
@Requirement({"DSP1042 8.2", "DSP1057 7"})
class SdkTourTest {
    private static final CimName INSTANCE_ID = CimName.of("InstanceID");
    private static final CimName RESOURCE_TYPE = CimName.of("ResourceType");
    private static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");
    private static final int THREADS = 8;
    private static final int ROUNDS = 5;
    private static final long INVALID_STATE_TRANSITION = 4097;

    private static ConnectionSettings settings(RunningServer server) {
        return ConnectionSettings.of(URI.create("http://" + server.http()), "admin", RunningServer.PASSWORD);
    }

    private static CimInstance only(List<CimInstance> resources, long type) {
        List<CimInstance> found = resources.stream()
                .filter(resource -> Objects.equals(resource.number(RESOURCE_TYPE), type))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static CimInstance processors(CimInstance present, int count) {
        return Resources.of(3)
                .with(INSTANCE_ID, present.text(INSTANCE_ID))
                .with(VIRTUAL_QUANTITY, CimValues.uint64(count))
                .build();
    }

    private static void lives(VirtualSystem system) throws SdkException {
        system.request(Transition.ACTIVATE);
        assertThat(system.state()).isEqualTo(SystemState.ACTIVE);
        system.request(Transition.PAUSE);
        assertThat(system.state()).isEqualTo(SystemState.PAUSED);
        system.request(Transition.ACTIVATE);
        system.request(Transition.RESET);
        assertThat(system.state()).isEqualTo(SystemState.ACTIVE);
        system.request(Transition.SUSPEND);
        assertThat(system.state()).isEqualTo(SystemState.SUSPENDED);
        system.request(Transition.ACTIVATE);
        assertThat(system.state()).isEqualTo(SystemState.ACTIVE);
    }

    private static void isChangedForEveryStart(VirtualSystem system) throws SdkException {
        CimInstance present = only(system.definedResources(), 3);
        system.change(processors(present, 2));
        assertThat(only(system.definedResources(), 3).number(VIRTUAL_QUANTITY)).isEqualTo(2);

        List<CimInstancePath> added = system.define(Resources.cdDrive("/tmp/nothing.iso"));
        assertThat(added).hasSize(1);
        assertThat(system.definedResources())
                .extracting(resource -> Objects.requireNonNull(resource.path()).text(INSTANCE_ID))
                .contains(added.get(0).text(INSTANCE_ID));
        system.remove(added.get(0));
        assertThat(system.definedResources())
                .extracting(resource -> resource.number(RESOURCE_TYPE))
                .doesNotContain(15L);
    }

    private static void saysWhyItRefuses(VirtualSystem system) {
        SdkException refused = catchThrowableOfType(SdkException.class, () -> system.request(Transition.PAUSE));

        assertThat(refused.returnValue()).isEqualTo(INVALID_STATE_TRANSITION);
        assertThat(refused)
                .hasMessageContaining("was refused with return value 4097")
                .hasMessageContaining("'sdk'");
    }

    private static VirtualSystem defined(VirtualSystems systems, CimInstance... more) throws SdkException {
        SystemDescription description =
                SystemDescription.named("sdk").with(Resources.processors(1)).with(Resources.memory(16));
        for (CimInstance resource : more) {
            description = description.with(resource);
        }
        VirtualSystem system = systems.define(description);
        assertThat(system.name()).isEqualTo("sdk");
        assertThat(system.state()).isEqualTo(SystemState.DEFINED);
        assertThat(only(system.definedResources(), 4).number(VIRTUAL_QUANTITY)).isEqualTo(16);
        return system;
    }

    @Nested
    @RanOn(Engine.SIMULATED)
    class OnTheSimulatedHypervisor {
        @Test
        @Requirement({"VMOPE5 activate", "VMOPE5 pause", "VMOPE5 suspend", "VMOPE5 reset", "VMOPE5 deactivate"})
        void definesChangesRunsAndDestroys() throws Exception {
            try (RunningServer server = RunningServer.simulated();
                    CimXmlConnection connection = CimXmlConnection.open(settings(server))) {
                VirtualSystems systems = new VirtualSystems(connection);
                VirtualSystem system = defined(systems, Resources.disk("/images/sdk.img"));
                assertThat(systems.list()).hasSize(1);
                assertThat(Objects.requireNonNull(systems.find("sdk")).path()).isEqualTo(system.path());
                assertThat(systems.find("nobody")).isNull();

                isChangedForEveryStart(system);
                saysWhyItRefuses(system);
                lives(system);
                system.takeSnapshot("before");
                assertThat(system.snapshots()).hasSize(1);
                system.plug(Resources.disk("/images/second.img"));
                assertThat(system.resources()).hasSize(system.definedResources().size() + 1);
                system.applySnapshot("before");
                system.destroySnapshot("before");
                assertThat(system.snapshots()).isEmpty();
                system.request(Transition.DEACTIVATE);
                system.destroy();
                assertThat(systems.list()).isEmpty();
            }
        }

        @Test
        @Requirement("VMOPE5 shutdown")
        void waitsForTheGuestToShutDown() throws Exception {
            try (RunningServer server = RunningServer.simulated();
                    CimXmlConnection connection = CimXmlConnection.open(settings(server))) {
                VirtualSystem system = defined(new VirtualSystems(connection));
                assertThat(system.begin(Transition.ACTIVATE, null)).isNull();

                system.request(Transition.SHUT_DOWN, Duration.ofMinutes(1));

                assertThat(system.state()).isEqualTo(SystemState.DEFINED);
            }
        }

        @Test
        void trustsNobodyButWhomItWasTold(@TempDir Path folder) throws Exception {
            try (RunningServer server = RunningServer.in(folder)) {
                ConnectionSettings secure = ConnectionSettings.of(
                        URI.create("https://localhost"
                                + server.https().substring(server.https().lastIndexOf(':'))),
                        "admin",
                        RunningServer.PASSWORD);
                try (CimXmlConnection stranger = CimXmlConnection.open(secure)) {
                    CimException refused = catchThrowableOfType(
                            CimException.class, () -> stranger.instances(CimName.of("CIM_ComputerSystem")));
                    assertThat(refused.status()).isEqualTo(CimStatus.FAILED);
                }
                try (CimXmlConnection friend = CimXmlConnection.open(secure.trusting(certificate(server)))) {
                    assertThat(friend.instances(CimName.of("CIM_ComputerSystem")))
                            .isNotEmpty();
                    assertThatCode(() -> new VirtualSystems(friend).list()).doesNotThrowAnyException();
                }
            }
        }

        private static Path certificate(RunningServer server) {
            return server.state().resolve("tls-certificate.pem");
        }

        /** A connection is safe for use by many threads: each gets the answers to its own questions. */
        @Test
        void servesManyThreadsAtOnce() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try (RunningServer server = RunningServer.simulated();
                    CimXmlConnection connection = CimXmlConnection.open(settings(server))) {
                List<Callable<List<String>>> all = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    String mine = "thread-" + thread + "-";
                    all.add(() -> namesOfItsOwn(new VirtualSystems(connection), mine));
                }
                for (Future<List<String>> each : threads.invokeAll(all, 2, TimeUnit.MINUTES)) {
                    assertThat(each.get()).hasSize(ROUNDS);
                }
                assertThat(new VirtualSystems(connection).list()).hasSize(THREADS * ROUNDS);
            } finally {
                threads.shutdownNow();
            }
        }

        private static List<String> namesOfItsOwn(VirtualSystems systems, String mine) throws SdkException {
            List<String> names = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                VirtualSystem system =
                        systems.define(SystemDescription.named(mine + round).with(Resources.memory(16)));
                assertThat(system.name()).isEqualTo(mine + round);
                system.request(Transition.ACTIVATE);
                assertThat(system.state()).isEqualTo(SystemState.ACTIVE);
                names.add(system.name());
            }
            return names;
        }

        @Test
        void saysWhomItKnowsNotAndWhatDoesNotAnswer() throws Exception {
            URI nobody;
            try (RunningServer server = RunningServer.simulated();
                    CimXmlConnection wrong = CimXmlConnection.open(
                            ConnectionSettings.of(settings(server).server(), "admin", "guessed"));
                    CimXmlConnection elsewhere =
                            CimXmlConnection.open(settings(server).in(CimNamespace.of("root/nowhere")))) {
                nobody = settings(server).server();
                assertThat(refused(wrong).status()).isEqualTo(CimStatus.ACCESS_DENIED);
                assertThat(refused(elsewhere).status()).isEqualTo(CimStatus.INVALID_NAMESPACE);
            }
            try (CimXmlConnection closed = CimXmlConnection.open(ConnectionSettings.of(nobody, "admin", "x"))) {
                assertThat(refused(closed)).hasMessageContaining(nobody.toString());
                assertThat(refused(closed).status()).isEqualTo(CimStatus.FAILED);
            }
        }

        @Test
        void reachesAServerByItsIpv6Address() throws Exception {
            assumeTrue(hasIpv6(), "the loopback of this machine has no ::1");
            try (RunningServer server = RunningServer.simulated("--bind", "::1");
                    CimXmlConnection connection = CimXmlConnection.open(settings(server))) {
                assertThat(new VirtualSystems(connection).list()).isEmpty();
            }
        }

        private static boolean hasIpv6() {
            byte[] one = new byte[16];
            one[15] = 1;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(one))) {
                return socket.isBound();
            } catch (IOException e) {
                return false;
            }
        }

        private static CimException refused(CimXmlConnection connection) {
            return catchThrowableOfType(
                    CimException.class, () -> connection.instances(CimName.of("CIM_ComputerSystem")));
        }

        @Test
        void saysWhatTheServerSays() throws Exception {
            try (RunningServer server = RunningServer.simulated();
                    CimXmlConnection connection = CimXmlConnection.open(settings(server))) {
                CimException unknown = catchThrowableOfType(
                        CimException.class, () -> connection.instances(CimName.of("CIM_Nonsense")));
                assertThat(unknown.status()).isEqualTo(CimStatus.INVALID_CLASS);
            }
        }
    }

    @Nested
    @RealHost
    @Needs("virsh")
    @RanOn(Engine.QEMU_GUEST)
    class OnARealGuest {
        @Test
        @Requirement({"VMOPE5 activate", "VMOPE5 pause", "VMOPE5 suspend", "VMOPE5 reset", "VMOPE5 deactivate"})
        void definesChangesRunsAndDestroys(PrivateLibvirtd host) throws Exception {
            HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), "sdk");
            try (RunningServer server = RunningServer.on(host.uri());
                    CimXmlConnection connection = CimXmlConnection.open(settings(server))) {
                VirtualSystem system = defined(
                        new VirtualSystems(connection),
                        Resources.disk(guest.image().toString()),
                        Resources.serialPort(guest.log().toString()));
                isChangedForEveryStart(system);
                saysWhyItRefuses(system);
                lives(system);
                guest.awaitBeats(2);
                system.request(Transition.DEACTIVATE);
                assertThat(host.virsh("domstate", "sdk")).contains("shut off");
                system.destroy();
                assertThat(host.virsh("list", "--all", "--name")).isBlank();
            }
        }
    }
}
