package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.host.HostFeature;
import org.telvirt.hypervisor.libvirt.rig.Authority;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.StatisticsFeature;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** Hosts that are reached by the ways of libvirt's URIs, with real guests. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class RemoteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ExecutorService threads;
    private static PrivateLibvirtd host;
    private static Authority ours;
    private static Authority stranger;
    private static int tls;
    private static int tcp;

    @BeforeAll
    static void startHost(@TempDir Path folder) throws IOException {
        threads = Executors.newCachedThreadPool();
        ours = Authority.in(folder, "ours");
        stranger = Authority.in(folder, "stranger");
        tls = freePort();
        tcp = freePort();
        host = PrivateLibvirtd.listening(ours, tls, tcp);
    }

    @AfterAll
    static void stopHost() {
        host.close();
        threads.shutdown();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The ways to one host. */
    enum Way {
        SOCKET,
        TCP,
        TLS;

        String uri() {
            return switch (this) {
                case SOCKET -> host.uri();
                case TCP -> "qemu+tcp://127.0.0.1:" + tcp + "/system";
                case TLS -> overTls(ours.client());
            };
        }
    }

    private static String overTls(Path certificates) {
        return "qemu+tls://127.0.0.1:" + tls + "/system?pkipath=" + certificates;
    }

    private static LibvirtHypervisor open(String uri) throws HypervisorException {
        return new LibvirtHypervisor(uri, threads, InstantSource.system());
    }

    private static HypervisorException refused(String uri) {
        return catchThrowableOfType(HypervisorException.class, () -> open(uri).close());
    }

    @ParameterizedTest
    @EnumSource
    void leadAGuestThroughItsLifeAndTellOfIt(Way way) throws Exception {
        RecordedEvents events = new RecordedEvents();
        RigGuests guests = new RigGuests(host);
        try (LibvirtHypervisor engine = open(way.uri());
                var listening = engine.listen(events)) {
            Domain domain = engine.define(guests.definition("remote-" + way));
            engine.perform(LifecycleAction.START, domain.id());
            guests.guest(domain.name()).awaitBeats(1);
            engine.perform(LifecycleAction.PAUSE, domain.id());
            engine.perform(LifecycleAction.RESUME, domain.id());

            List<DomainStatistics> statistics = engine.statistics().domains().domains();
            engine.perform(LifecycleAction.STOP, domain.id());
            engine.undefine(domain.id());

            events.awaitState(domain.id(), DomainState.SHUT_OFF, PATIENCE);
            assertThat(events.statesOf(domain.id()))
                    .containsExactly(
                            DomainState.RUNNING, DomainState.PAUSED, DomainState.RUNNING, DomainState.SHUT_OFF);
            assertThat(statistics).extracting(DomainStatistics::name).containsExactly(domain.name());
            assertThat(statistics.get(0).processors().time()).isPositive();
            assertThat(statistics.get(0).scheduling() != null).isEqualTo(way == Way.SOCKET);
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void comeBackOverTlsWhenTheDaemonHasRestarted() throws Exception {
        RecordedEvents events = new RecordedEvents();
        RigGuests guests = new RigGuests(host);
        try (LibvirtHypervisor engine = open(Way.TLS.uri());
                var listening = engine.listen(events)) {
            Domain domain = engine.define(guests.definition("survivor"));
            engine.perform(LifecycleAction.START, domain.id());
            guests.guest("survivor").awaitBeats(1);

            host.restartDaemon();

            events.await("a gap", event -> event instanceof HypervisorEvent.Gap, PATIENCE);
            assertThat(engine.domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
            engine.perform(LifecycleAction.STOP, domain.id());
            events.awaitState(domain.id(), DomainState.SHUT_OFF, PATIENCE);
            assertThat(guests.guest("survivor").beatsAreUnbroken()).isTrue();
            engine.undefine(domain.id());
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void areRefusedIfAnotherAuthoritySignedTheirCertificate(@TempDir Path folder) throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.copy(stranger.client().resolve("cacert.pem"), mixed.resolve("cacert.pem"));
        Files.copy(ours.client().resolve("clientcert.pem"), mixed.resolve("clientcert.pem"));
        Files.copy(ours.client().resolve("clientkey.pem"), mixed.resolve("clientkey.pem"));

        HypervisorException refusal = refused(overTls(mixed));

        assertThat(refusal.reason()).isEqualTo(Reason.DENIED);
        assertThat(refusal)
                .hasMessageContaining("127.0.0.1:" + tls)
                .hasMessageContaining("certificate")
                .hasMessageContaining("cacert.pem")
                .hasMessageContaining("pkipath")
                .hasMessageNotContaining("Does libvirtd run");
    }

    @Test
    void refuseAClientWhoseCertificateAnotherAuthoritySigned(@TempDir Path folder) throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.copy(ours.client().resolve("cacert.pem"), mixed.resolve("cacert.pem"));
        Files.copy(stranger.client().resolve("clientcert.pem"), mixed.resolve("clientcert.pem"));
        Files.copy(stranger.client().resolve("clientkey.pem"), mixed.resolve("clientkey.pem"));

        HypervisorException refusal = refused(overTls(mixed));

        assertThat(refusal).hasMessageContaining("127.0.0.1:" + tls).hasMessageContaining("clientcert.pem");
    }

    @Test
    void nameTheFileThatIsNotThere(@TempDir Path empty) {
        assertThat(refused(overTls(empty)))
                .hasMessageContaining(empty.resolve("cacert.pem").toString())
                .hasMessageContaining("pkipath");
    }

    @Test
    void askWhetherTheDaemonListensWhereNobodyDoes() throws IOException {
        assertThat(refused("qemu+tcp://127.0.0.1:" + freePort() + "/system"))
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("listen_tcp");
    }

    @Test
    void sayWhatOnlyTheirOwnMachineCouldTell() throws Exception {
        try (LibvirtHypervisor engine = open(Way.TLS.uri())) {
            assertThat(engine.isOnThisMachine()).isFalse();
            assertThat(engine.statistics().missing())
                    .containsKeys(StatisticsFeature.HOST, StatisticsFeature.SCHEDULING);
            assertThat(engine.inventory().missing()).containsKey(HostFeature.EVENTS);
            assertThat(engine.inventory().missing().get(HostFeature.EVENTS)).contains("127.0.0.1:" + tls);
        }
    }
}
