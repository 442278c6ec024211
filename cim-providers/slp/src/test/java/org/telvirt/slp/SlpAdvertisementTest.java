package org.telvirt.slp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Vector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricshub.wbem.sblim.slp.Locator;
import org.metricshub.wbem.sblim.slp.SLPConfigProperties;
import org.metricshub.wbem.sblim.slp.ServiceLocationManager;
import org.metricshub.wbem.sblim.slp.ServiceType;
import org.metricshub.wbem.sblim.slp.ServiceURL;
import org.telvirt.traceability.Requirement;

class SlpAdvertisementTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String URL = "service:wbem:https://vf.example:5989";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopThreads() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private static ServiceAdvertisement service() {
        return new WbemService(
                        "https://vf.example:5989",
                        "Telvirt:1",
                        "Telvirt (of the \"east\")",
                        "A CIM server, for tests",
                        List.of("root/interop", "interop"),
                        "1.4",
                        List.of("Basic Read", "Indications"),
                        true,
                        List.of("Basic"),
                        List.of("root/virt", "root/interop"),
                        List.of("DMTF:Profile Registration", "DMTF:Virtual System"))
                .toAdvertisement();
    }

    private SlpAdvertisement start(int port, InetSocketAddress... agents) {
        return start(port, Duration.ofHours(1), agents);
    }

    private SlpAdvertisement start(int port, Duration lifetime, InetSocketAddress... agents) {
        SlpSettings settings =
                new SlpSettings(LOOPBACK, port, false, List.of(agents), List.of("DEFAULT", "lab"), lifetime);
        return SlpAdvertisement.start(settings, List.of(service()), threads, timer);
    }

    private static SlpWriter serviceRequest(String type, String scopes, String predicate) {
        return new SlpWriter().text("").text(type).text(scopes).text(predicate).text("");
    }

    /** What is asked of a running advertisement, over UDP. */
    @Nested
    class Request {
        private SlpAdvertisement advertisement;

        @BeforeEach
        void startAdvertisement() {
            advertisement = start(0);
        }

        @AfterEach
        void closeAdvertisement() {
            advertisement.close();
        }

        private SlpReader ask(int function, int flags, SlpWriter body) throws IOException {
            byte[] message = body.message(function, flags, 7, "en");
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.setSoTimeout(flags == 0 ? 5000 : 300);
                socket.send(
                        new DatagramPacket(message, message.length, Objects.requireNonNull(advertisement.address())));
                DatagramPacket answer = new DatagramPacket(new byte[9000], 9000);
                socket.receive(answer);
                SlpReader reader = new SlpReader(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()));
                assertThat(reader.header().id()).isEqualTo(7);
                assertThat(reader.header().language()).isEqualTo("en");
                return reader;
            }
        }

        private boolean answers(int function, int flags, SlpWriter body) throws IOException {
            try {
                ask(function, flags, body);
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "service:wbem ; DEFAULT ; ; 0 ; 1",
                    "SERVICE:WBEM:HTTPS ; default ; ; 0 ; 1",
                    "service:wbem:http ; DEFAULT ; ; 0 ; 0",
                    "service:wb ; DEFAULT ; ; 0 ; 0",
                    "service:wbem ; other,Lab ; ; 0 ; 1",
                    "service:wbem ; other ; ; 4 ; 0",
                    "service:wbem ; DEFAULT ; (registeredprofilessupported=DMTF:*) ; 0 ; 1",
                    "service:wbem ; DEFAULT ; (&(service-id=Telvirt:1)(!(ProtocolVersion>=1.5))) ; 0 ; 1",
                    "service:wbem ; DEFAULT ; (|(a=b)(Namespace=root/*p)) ; 0 ; 1",
                    "service:wbem ; DEFAULT ; (service-hi-name=telvirt \\28of*) ; 0 ; 1",
                    "service:wbem ; DEFAULT ; (service-id=*****************************************************x) ; 0 ; 0",
                    "service:wbem ; DEFAULT ; (Namespace=root) ; 0 ; 0",
                    "service:wbem ; DEFAULT ; (Namespace=root ; 2 ; 0"
                })
        @Requirement({"DSP0205 5"})
        void forAServiceIsAnswered(String type, String scopes, String predicate, int error, int count)
                throws IOException {
            SlpReader answer =
                    ask(SlpWriter.SERVICE_REQUEST, 0, serviceRequest(type, scopes, predicate == null ? "" : predicate));

            assertThat(answer.header().function()).isEqualTo(SlpWriter.SERVICE_REPLY);
            assertThat(answer.number()).isEqualTo(error);
            assertThat(answer.number()).isEqualTo(count);
        }

        @Test
        @Requirement({"DSP0206 wbem"})
        void forAttributesIsAnsweredWithThoseOfTheTemplate() throws IOException {
            SlpReader answer = ask(
                    SlpWriter.ATTRIBUTE_REQUEST,
                    0,
                    new SlpWriter().text("").text(URL).text("DEFAULT").text("").text(""));

            assertThat(answer.header().function()).isEqualTo(SlpWriter.ATTRIBUTE_REPLY);
            assertThat(answer.number()).isZero();
            assertThat(answer.text())
                    .startsWith("(template-type=wbem),(template-version=1.0),")
                    .contains(
                            "(service-hi-name=Telvirt \\28of the \"east\"\\29)",
                            "(service-hi-description=A CIM server\\2C for tests)",
                            "(service-id=Telvirt:1)",
                            "(CommunicationMechanism=cim-xml)",
                            "(InteropSchemaNamespace=root/interop,interop)",
                            "(FunctionalProfilesSupported=Basic Read,Indications)",
                            "(MultipleOperationsSupported=true)",
                            "(RegisteredProfilesSupported=DMTF:Profile Registration,DMTF:Virtual System)");
        }

        @Test
        void forSomeAttributesIsAnsweredWithThose() throws IOException {
            SlpReader answer = ask(
                    SlpWriter.ATTRIBUTE_REQUEST,
                    0,
                    new SlpWriter()
                            .text("")
                            .text("service:wbem")
                            .text("")
                            .text("service-id,proto*")
                            .text(""));

            answer.number();
            assertThat(answer.text()).isEqualTo("(service-id=Telvirt:1),(ProtocolVersion=1.4)");
        }

        @Test
        void forTypesIsAnswered() throws IOException {
            SlpReader answer = ask(
                    SlpWriter.TYPE_REQUEST,
                    0,
                    new SlpWriter().text("").number(0xFFFF).text("DEFAULT"));

            assertThat(answer.number()).isZero();
            assertThat(answer.text()).isEqualTo("service:wbem:https");
        }

        @Test
        void forTheAgentItselfIsAnswered() throws IOException {
            SlpReader answer = ask(SlpWriter.SERVICE_REQUEST, 0, serviceRequest("service:service-agent", "", ""));

            assertThat(answer.header().function()).isEqualTo(SlpWriter.AGENT_ADVERT);
            assertThat(answer.text()).isEqualTo("service:service-agent://127.0.0.1");
            assertThat(answer.text()).isEqualTo("DEFAULT,lab");
        }

        @Test
        void toRegisterAnotherServiceIsRefused() throws IOException {
            SlpWriter body = new SlpWriter()
                    .url("service:wbem:https://evil.example", 100)
                    .text("service:wbem:https")
                    .text("DEFAULT")
                    .text("")
                    .octet(0);

            assertThat(ask(SlpWriter.REGISTRATION, 0, body).number()).isEqualTo(14);
            SlpReader answer = ask(SlpWriter.SERVICE_REQUEST, 0, serviceRequest("service:wbem", "", ""));
            answer.number();
            assertThat(answer.number()).isEqualTo(1);
        }

        @Test
        void toAllIsAnsweredOnlyByWhoHasSomethingNewToSay() throws IOException {
            int multicast = SlpWriter.MULTICAST;
            SlpWriter known = new SlpWriter()
                    .text("127.0.0.1")
                    .text("service:wbem")
                    .text("")
                    .text("")
                    .text("");

            assertThat(answers(SlpWriter.SERVICE_REQUEST, multicast, serviceRequest("service:wbem", "", "")))
                    .isTrue();
            assertThat(answers(SlpWriter.SERVICE_REQUEST, multicast, serviceRequest("service:other", "", "")))
                    .isFalse();
            assertThat(answers(SlpWriter.SERVICE_REQUEST, multicast, known)).isFalse();
        }

        @Test
        void thatIsCutAnywhereHarmsNobody() throws IOException {
            byte[] message = serviceRequest("service:wbem", "DEFAULT", "(a=b)").message(1, 0, 7, "en");
            Responder responder = new Responder(List.of(service()), List.of("DEFAULT"), 60, List.of("127.0.0.1"));
            for (int cut = 0; cut < message.length; cut++) {
                assertThat(responder.answer(ByteBuffer.wrap(message, 0, cut))).isNull();
                ByteBuffer said = ByteBuffer.allocate(cut).put(message, 0, cut).flip();
                if (cut > 5) {
                    said.put(4, (byte) cut);
                    responder.answer(said);
                }
            }
            assertThat(answers(SlpWriter.SERVICE_REQUEST, 0, serviceRequest("service:wbem", "", "")))
                    .isTrue();
        }

        @Test
        @Requirement({"DSP0205 5"})
        @SuppressWarnings("JdkObsolete") // the client's API has vectors
        void ofAnotherClientFindsTheServiceAndItsAttributes() throws Exception {
            System.setProperty(
                    SLPConfigProperties.NET_SLP_PORT,
                    Integer.toString(advertisement.address().getPort()));
            System.setProperty(SLPConfigProperties.NET_SLP_USEIPV6, "false");
            System.setProperty(SLPConfigProperties.NET_SLP_TRC_LEVEL, "OFF");
            Locator locator = ServiceLocationManager.getLocator(Locale.ENGLISH);
            Vector<InetAddress> agents = new Vector<>(List.of(LOOPBACK));
            Vector<String> scopes = new Vector<>(List.of("DEFAULT"));

            Enumeration<?> found = locator.findServices(new ServiceType("service:wbem"), scopes, "", agents);

            assertThat(found.hasMoreElements()).isTrue();
            assertThat(found.nextElement()).hasToString(URL);
            Enumeration<?> attributes =
                    locator.findAttributes(new ServiceURL(URL, 100), scopes, new Vector<>(), agents);
            assertThat(Collections.list(attributes).toString()).contains("Telvirt:1");
        }
    }

    /** A directory agent that writes down what it is told. */
    private static final class Directory implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, LOOPBACK);

        Directory() throws IOException {
            socket.setSoTimeout(5000);
        }

        InetSocketAddress address() {
            return new InetSocketAddress(LOOPBACK, socket.getLocalPort());
        }

        SlpReader next(int error) throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[9000], 9000);
            socket.receive(packet);
            SlpReader message = new SlpReader(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
            byte[] answer = new SlpWriter()
                    .number(error)
                    .message(SlpWriter.ACKNOWLEDGE, 0, message.header().id(), "en");
            socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            return message;
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    @Nested
    class DirectoryAgents {
        @Test
        @Requirement({"DSP0205 5"})
        void areToldAtOnceAgainBeforeTheLifetimeEndsAndAtTheEnd() throws Exception {
            try (Directory directory = new Directory()) {
                SlpAdvertisement advertisement = start(0, Duration.ofSeconds(1), directory.address());
                SlpReader first = directory.next(0);
                assertThat(first.header().function()).isEqualTo(SlpWriter.REGISTRATION);
                first.number();
                assertThat(directory.next(0).header().function()).isEqualTo(SlpWriter.REGISTRATION);

                threads.execute(advertisement::close);
                int function = SlpWriter.REGISTRATION;
                while (function == SlpWriter.REGISTRATION) {
                    function = directory.next(0).header().function();
                }
                assertThat(function).isEqualTo(SlpWriter.DEREGISTRATION);
            }
        }

        @Test
        void thatHaveThePortOfThisMachineAreUsedInstead() throws Exception {
            try (Directory directory = new Directory()) {
                SlpAdvertisement advertisement = start(directory.address().getPort());

                assertThat(advertisement.address()).isNull();
                assertThat(directory.next(0).header().function()).isEqualTo(SlpWriter.REGISTRATION);
                threads.execute(advertisement::close);
                assertThat(directory.next(9).header().function()).isEqualTo(SlpWriter.DEREGISTRATION);
            }
        }
    }

    @RepeatedTest(20)
    void givesItsPortBackOnceItIsClosed() throws IOException {
        SlpAdvertisement advertisement = start(0);
        int port = Objects.requireNonNull(advertisement.address()).getPort();
        advertisement.close();

        new DatagramSocket(port, LOOPBACK).close();
        assertThat(advertisement.address()).isNull();
    }
}
