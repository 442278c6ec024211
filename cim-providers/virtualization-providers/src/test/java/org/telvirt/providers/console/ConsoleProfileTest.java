package org.telvirt.providers.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement({"DSP1076 7", "VMDEF2"})
class ConsoleProfileTest {
    private static final String AVAILABLE = "CIM_SAPAvailableForElement";

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        define(new Display("127.0.0.1", 5977, "secret"));
        bench.activate("another");
    }

    private void define(Display display) throws FacilityException {
        id = bench.facility()
                .define(FacilityBench.definition("hlr-" + display.listen() + "-" + display.port())
                        .withDisplays(List.of(display))
                        .withConsoles(List.of(new Console(null), new Console("/log/1"))))
                .id();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<CimInstance> points() throws CimException {
        return server.associators(SystemPath.of(id), AVAILABLE, "ManagedElement");
    }

    private CimInstance graphical() throws CimException {
        return points().stream()
                .filter(point -> point.className().equals(ConsoleNames.TELVIRT_KVM_SAP))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class AccessPoints {
        @Test
        void ofASystemThatIsOffAreItsConsolesAndClosed() throws Exception {
            assertThat(points())
                    .extracting(
                            point -> point.className().toString(),
                            point -> point.text(ElementNames.NAME),
                            point -> point.number(ElementNames.ENABLED_STATE))
                    .containsExactlyInAnyOrder(
                            tuple("Telvirt_KVMRedirectionSAP", "graphics/0", 3L),
                            tuple("Telvirt_TextRedirectionSAP", "serial/0", 3L),
                            tuple("Telvirt_TextRedirectionSAP", "serial/1", 3L));
        }

        @ParameterizedTest
        @CsvSource({"ACTIVATE, 2", "PAUSE, 2", "SUSPEND, 3"})
        void areOpenWhileTheSystemIsInMemory(Transition transition, long state) throws Exception {
            bench.change(id, Transition.ACTIVATE);
            if (transition != Transition.ACTIVATE) {
                bench.change(id, transition);
            }

            assertThat(graphical().number(ElementNames.ENABLED_STATE)).isEqualTo(state);
        }

        @Test
        void sayHowTheySpeak() throws Exception {
            assertThat(graphical().number(ConsoleNames.KVM_PROTOCOL)).isEqualTo(4);
            assertThat(server.enumerate("CIM_TextRedirectionSAP"))
                    .allSatisfy(point -> assertThat(point.number(ConsoleNames.TEXT_FLOW_TYPE))
                            .isEqualTo(2));
        }

        @Test
        void areHostedByTheSystem() throws Exception {
            assertThat(server.associators(graphical().path(), "CIM_HostedAccessPoint", "Dependent"))
                    .containsExactly(server.system(id));
        }

        @Test
        @Requirement("DSP1024 7")
        void keepTheirNamesThroughRenameAndRestart() throws Exception {
            CimInstancePath before = graphical().path();

            bench.change(id, Transition.ACTIVATE);
            bench.change(id, Transition.DEACTIVATE);
            bench.facility().redefine(id, definition -> definition.withName("hlr-3"));

            assertThat(graphical().path()).isEqualTo(before);
        }

        @Test
        void neverTellThePassword() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            assertThat(points().toString()).doesNotContain("secret");
        }
    }

    @Nested
    class WhereAConsoleIsServed {
        private String url() throws CimException {
            return points().stream()
                    .filter(point -> point.className().equals(ConsoleNames.TELVIRT_REMOTE_SAP))
                    .map(point -> Objects.requireNonNull(point.text(ConsoleNames.ACCESS_INFO)))
                    .findFirst()
                    .orElse("nowhere");
        }

        @Test
        void isKnownOnlyWhileItIsServed() throws Exception {
            assertThat(url()).isEqualTo("nowhere");
            bench.change(id, Transition.ACTIVATE);
            assertThat(url()).isEqualTo("vnc://127.0.0.1:5977");
            bench.change(id, Transition.DEACTIVATE);
            assertThat(url()).isEqualTo("nowhere");
        }

        @ParameterizedTest
        @CsvSource({"0.0.0.0, vnc://simulated:5977", "::1, 'vnc://[::1]:5977'"})
        void isAnAddressThatClientsCanUse(String listen, String url) throws Exception {
            define(new Display(listen, 5977, "secret"));
            bench.change(id, Transition.ACTIVATE);

            assertThat(url()).isEqualTo(url);
        }

        @Test
        void isAPortOfTheHostBelowTheConsole() throws Exception {
            bench.change(id, Transition.ACTIVATE);
            CimInstance port = server.associators(graphical().path(), "CIM_BindsTo", "Dependent")
                    .get(0);

            assertThat(port.number(ConsoleNames.PORT_NUMBER)).isEqualTo(5977);
            assertThat(port.number(ConsoleNames.PROTOCOL_IF_TYPE)).isEqualTo(4111);
            assertThat(server.associators(port.path(), "CIM_HostedAccessPoint", "Dependent"))
                    .containsExactly(server.only("Telvirt_HostSystem"));
            assertThat(server.associators(port.path(), "CIM_BindsTo", "Antecedent"))
                    .containsExactly(graphical());
        }

        @Test
        void isThePortThatTheEngineChose() throws Exception {
            define(Display.LOCAL);
            bench.change(id, Transition.ACTIVATE);

            assertThat(server.only("CIM_TCPProtocolEndpoint").number(ConsoleNames.PORT_NUMBER))
                    .isBetween(5900L, 6899L);
            assertThat(url()).startsWith("vnc://127.0.0.1:");
        }
    }

    @Nested
    class Services {
        @Test
        void reachTheConsolesOfTheirSort() throws Exception {
            CimInstance service = server.only("Telvirt_KVMRedirectionService");

            assertThat(service.value(ConsoleNames.REDIRECTION_SERVICE_TYPE)).isEqualTo(CimValues.uint16s(3));
            assertThat(server.associators(service.path(), "CIM_ServiceAccessBySAP", "Antecedent"))
                    .containsExactly(graphical());
            assertThat(server.associators(
                            server.only("Telvirt_TextRedirectionService").path(),
                            "CIM_ServiceAccessBySAP",
                            "Antecedent"))
                    .hasSize(2);
        }

        @Test
        void areHostedAndSayWhatTheyCanDo() throws Exception {
            CimInstancePath service =
                    server.only("Telvirt_KVMRedirectionService").path();

            assertThat(server.associators(service, "CIM_HostedService", "Dependent"))
                    .containsExactly(server.only("Telvirt_HostSystem"));
            assertThat(server.associators(service, "CIM_ElementCapabilities", "ManagedElement"))
                    .extracting(capabilities -> capabilities.value(ConsoleNames.SHARING_MODE_SUPPORTED))
                    .containsExactly(CimValues.uint16s(3));
        }
    }
}
