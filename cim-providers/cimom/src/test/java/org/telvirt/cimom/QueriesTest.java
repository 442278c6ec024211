package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.OpenedQuery;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.LabelLanguage;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

/** With a language of labels; three boxes are red, one is blue, and the blue one has the red ones inside. */
class QueriesTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;
    private static final OpenOptions PLAIN = new OpenOptions(null, null, null, false, 2);

    private final TestServer server = TestServer.of(
            new Fleet().with("web-1", 2),
            parts -> parts.languages(List.of(
                    new LabelLanguage(Set.of("LABELS"), true, false),
                    new LabelLanguage(Set.of("LABEL"), false, true))));

    @BeforeEach
    void makeBoxes() throws CimException {
        for (String id : List.of("a", "b", "c")) {
            Boxes.create(server, Boxes.box(id, CimProperty.of(Boxes.LABEL, text("red"))));
        }
        Boxes.create(server, Boxes.box("d", CimProperty.of(Boxes.LABEL, text("blue"))));
        for (String id : List.of("a", "b", "c")) {
            Boxes.create(server, Boxes.inside("d", id));
        }
    }

    private static OpenOptions filtered(String language, String filter) {
        return new OpenOptions(language, filter, null, false, 10);
    }

    private static EnumerateInstances boxes(InstanceView view) {
        return new EnumerateInstances(VIRT, Boxes.THING, true, view);
    }

    @Nested
    @Requirement("DSP0200 5.4.2.13")
    class ExecutedAtOnce {
        private List<CimInstance> execute(String language, String query) throws CimException {
            return server.execute(new ExecQuery(VIRT, language, query)).toList();
        }

        @Test
        void giveWhatTheySelect() throws CimException {
            assertThat(execute("labels", "Test_Thing:red")).hasSize(3).allSatisfy(result -> {
                assertThat(result.text(Boxes.LABEL)).isEqualTo("red");
                assertThat(result.path()).isNull();
            });
        }

        @Test
        void areRefusedInTheOrderOfTheStandard() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE, () -> server.execute(new ExecQuery(CimNamespace.of("x"), "NO", "x")));
            assertFails(CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED, () -> execute("NO", "x"), "NO", "LABELS");
            assertFails(CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED, () -> execute("LABEL", "Test_Thing:red"));
            assertFails(CimStatus.INVALID_QUERY, () -> execute("LABELS", "x"), "':'");
            assertFails(CimStatus.INVALID_QUERY, () -> execute("LABELS", "Test_None:red"), "Test_None");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.24.9")
    class OpenedAndPulled {
        @Test
        void giveWhatTheySelectInParts() throws CimException {
            OpenedQuery opened = server.execute(new OpenQueryInstances(VIRT, "LABELS", "Test_Thing:red", true, PLAIN));

            assertThat(opened.part().items()).hasSize(2);
            assertThat(opened.resultClass().name()).hasToString("CIM_QueryResult");
            EnumerationPart<CimInstance> rest =
                    server.execute(new PullEnumeration<>(VIRT, opened.part().context(), ItemKind.INSTANCES, 5));
            assertThat(rest.items()).hasSize(1);
            assertThat(rest.endOfSequence()).isTrue();
        }

        @Test
        void areRefusedInTheOrderOfTheStandard() {
            OpenOptions endless = new OpenOptions(null, null, Duration.ZERO, false, -1);

            assertFails(
                    CimStatus.INVALID_OPERATION_TIMEOUT,
                    () -> server.execute(new OpenQueryInstances(VIRT, "NO", "x", false, endless)));
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> server.execute(new OpenQueryInstances(
                            VIRT, "NO", "x", false, new OpenOptions(null, null, null, false, -1))));
            assertFails(
                    CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED,
                    () -> server.execute(new OpenQueryInstances(VIRT, "NO", "x", false, PLAIN)));
            assertFails(
                    CimStatus.INVALID_QUERY,
                    () -> server.execute(new OpenQueryInstances(VIRT, "LABELS", "x", false, PLAIN)));
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.24.2")
    class Filters {
        @Test
        void dropWhatTheyDoNotAcceptAndSeeMoreThanIsShown() throws CimException {
            InstanceView ids = new InstanceView(Set.of(Boxes.ID), false);

            assertThat(server.execute(new OpenEnumeration<>(boxes(ids), filtered("label", "red")))
                            .items())
                    .hasSize(3)
                    .allSatisfy(box -> assertThat(box.properties())
                            .singleElement()
                            .satisfies(property -> assertThat(property.name()).isEqualTo(Boxes.ID)));
        }

        @Test
        void showNoPropertiesOfSubclassesWhereTheseAreNotAskedFor() throws CimException {
            Boxes.create(
                    server,
                    CimInstance.of(Boxes.CRATE)
                            .with(Boxes.ID, "e")
                            .with(Boxes.LABEL, "crate")
                            .build());
            EnumerateInstances shallow = new EnumerateInstances(VIRT, Boxes.BOX, false, InstanceView.ALL);

            assertThat(server.execute(new OpenEnumeration<>(shallow, filtered("LABEL", "crate")))
                            .items())
                    .singleElement()
                    .satisfies(crate -> {
                        assertThat(crate.property(name("Corners"))).isNull();
                        assertThat(crate.property(Boxes.SIZE)).isNotNull();
                    });
        }

        @Test
        void workOnAssociations() throws CimException {
            Associators inside = new Associators(VIRT, Boxes.path("d"), AssociationFilter.ANY, InstanceView.ALL);

            assertThat(server.execute(new OpenEnumeration<>(inside, filtered("LABEL", "red")))
                            .items())
                    .hasSize(3);
            assertThat(server.execute(new OpenEnumeration<>(inside, filtered("LABEL", "blue")))
                            .items())
                    .isEmpty();
        }

        @Test
        void areRefusedInTheOrderOfTheStandard() {
            EnumerateInstances lost = new EnumerateInstances(VIRT, name("No"), true, InstanceView.ALL);
            EnumerateInstanceNames paths = new EnumerateInstanceNames(VIRT, Boxes.THING);

            assertFails(
                    CimStatus.INVALID_CLASS, () -> server.execute(new OpenEnumeration<>(lost, filtered("NO", "red"))));
            assertFails(
                    CimStatus.FILTERED_ENUMERATION_NOT_SUPPORTED,
                    () -> server.execute(new OpenEnumeration<>(paths, filtered("NO", "red"))));
            assertFails(
                    CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED,
                    () -> server.execute(new OpenEnumeration<>(boxes(InstanceView.ALL), filtered("LABELS", "red"))),
                    "LABEL");
            assertFails(
                    CimStatus.INVALID_QUERY,
                    () -> server.execute(new OpenEnumeration<>(boxes(InstanceView.ALL), filtered("LABEL", ""))));
        }
    }
}
