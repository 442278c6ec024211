package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.reference;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.consistency.ConsistencyCrawler;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

/** Box a has b and c inside, c has itself inside, and virtual system web-1 keeps a. */
@Requirement({"DSP0200 5.4.2.14", "DSP0200 5.4.2.16"})
class StoredAssociationsTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;

    private final TestServer server = TestServer.of(new Fleet().with("web-1", 2));

    @BeforeEach
    void pack() throws CimException {
        for (String id : List.of("a", "b", "c")) {
            Boxes.create(server, Boxes.box(id));
        }
        Boxes.create(server, Boxes.inside("a", "b"));
        Boxes.create(server, Boxes.inside("a", "c"));
        Boxes.create(server, Boxes.inside("c", "c"));
        Boxes.create(
                server,
                CimInstance.of(Boxes.KEEPS)
                        .with(name("Keeper"), reference(Fleet.system("web-1")))
                        .with(name("Kept"), reference(Boxes.path("a").in(VIRT)))
                        .build());
    }

    private static AssociationFilter by(
            @Nullable CimName association,
            @Nullable CimName result,
            @Nullable CimName role,
            @Nullable CimName resultRole) {
        return new AssociationFilter(association, result, role, resultRole);
    }

    private List<CimInstancePath> far(CimInstancePath source, AssociationFilter filter) throws CimException {
        return server.execute(new AssociatorNames(VIRT, source, filter)).toList();
    }

    private static CimInstancePath full(String id) {
        return TestServer.full(Boxes.path(id));
    }

    @Test
    void leadFromBothEnds() throws CimException {
        assertThat(far(Boxes.path("a"), AssociationFilter.ANY))
                .containsExactly(full("b"), full("c"), TestServer.full(Fleet.system("web-1")));
        assertThat(far(Boxes.path("b"), AssociationFilter.ANY)).containsExactly(full("a"));
        assertThat(far(Boxes.path("c"), AssociationFilter.ANY)).containsExactlyInAnyOrder(full("a"), full("c"));
        assertThat(far(Fleet.system("web-1"), by(Boxes.KEEPS, null, null, null)))
                .containsExactly(full("a"));
    }

    @Test
    void areFilteredByClassesAndRoles() throws CimException {
        assertThat(far(Boxes.path("a"), by(Boxes.INSIDE, null, Boxes.OUTER, null)))
                .containsExactly(full("b"), full("c"));
        assertThat(far(Boxes.path("a"), by(null, null, Boxes.INNER, null))).isEmpty();
        assertThat(far(Boxes.path("c"), by(null, null, null, Boxes.OUTER)))
                .containsExactlyInAnyOrder(full("a"), full("c"));
        assertThat(far(Boxes.path("a"), by(null, name("CIM_System"), null, null)))
                .containsExactly(TestServer.full(Fleet.system("web-1")));
        assertFails(CimStatus.INVALID_PARAMETER, () -> far(Boxes.path("a"), by(name("No"), null, null, null)));
    }

    @Test
    void areGivenWithTheInstancesAtTheirEnds() throws CimException {
        InstanceView labels = new InstanceView(Set.of(Boxes.LABEL), false);
        List<CimInstance> found = server.execute(
                        new Associators(VIRT, Boxes.path("a"), by(Boxes.INSIDE, null, null, null), labels))
                .toList();

        assertThat(found).extracting(CimInstance::path).containsExactly(full("b"), full("c"));
        assertThat(found).allSatisfy(box -> assertThat(box.properties()).hasSize(1));
    }

    @Test
    void areReferencesEachOnce() throws CimException {
        List<CimInstance> references = server.execute(
                        new References(VIRT, Boxes.path("c"), AssociationFilter.ANY, InstanceView.ALL))
                .toList();

        assertThat(references)
                .hasSize(2)
                .allSatisfy(link -> assertThat(link.className()).isEqualTo(Boxes.INSIDE));
        assertThat(server.execute(new ReferenceNames(VIRT, Boxes.path("c"), AssociationFilter.ANY))
                        .toList())
                .isEqualTo(references.stream().map(CimInstance::path).toList());
    }

    @Test
    void leadOnlyToWhatExists() throws CimException {
        server.execute(new DeleteInstance(VIRT, Boxes.path("b")));

        assertThat(far(Boxes.path("a"), by(Boxes.INSIDE, null, null, null))).containsExactly(full("c"));
        assertThat(far(Boxes.path("b"), AssociationFilter.ANY)).isEmpty();
    }

    @Test
    void endWhenTheyAreDeleted() throws CimException {
        CimInstancePath link = server.execute(new ReferenceNames(VIRT, Boxes.path("b"), AssociationFilter.ANY))
                .toList()
                .get(0);
        server.execute(new DeleteInstance(VIRT, link.in(null).on(null)));

        assertThat(far(Boxes.path("b"), AssociationFilter.ANY)).isEmpty();
        assertThat(far(Boxes.path("a"), by(Boxes.INSIDE, null, null, null))).containsExactly(full("c"));
    }

    @Test
    void keepTheirEndsWhenTheyAreChanged() throws CimException {
        CimInstancePath link = server.execute(new ReferenceNames(VIRT, Boxes.path("b"), AssociationFilter.ANY))
                .toList()
                .get(0)
                .in(null)
                .on(null);
        CimInstance note = CimInstance.of(Boxes.INSIDE)
                .with(List.of(CimProperty.of(name("Note"), text("below"))))
                .build();
        server.execute(new ModifyInstance(VIRT, link, note, null));

        assertThat(server.execute(new References(VIRT, Boxes.path("b"), AssociationFilter.ANY, InstanceView.ALL))
                        .toList())
                .singleElement()
                .satisfies(found -> assertThat(found.text(name("Note"))).isEqualTo("below"));
    }

    @Test
    void areRefusedWhereAnEndIsOfAnotherClassOrNamespace() {
        CimInstance.Builder link = CimInstance.of(Boxes.INSIDE).with(Boxes.OUTER, reference(Boxes.path("a")));

        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> Boxes.create(
                        server, link.with(Boxes.INNER, reference(Fleet.host())).build()),
                "Telvirt_HostSystem",
                "Test_Thing");
    }

    @Test
    void agreeWithAllOtherOperations() throws CimException {
        ConsistencyCrawler crawler = new ConsistencyCrawler(
                server.cimom(), TestServer.CONTEXT, List.of(FleetNames.ROOT_VIRT, FleetNames.ROOT_INTEROP), Set.of());

        assertThat(crawler.crawl()).isEmpty();
        assertThat(crawler.associations()).isGreaterThan(10);
    }
}
