package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.14", "DSP0200 5.4.2.15", "DSP0200 5.4.2.16", "DSP0200 5.4.2.17"})
class AssociationScenariosTest extends Scenarios {
    private CimInstancePath holder;
    private CimInstancePath first;
    private CimInstancePath second;
    private CimInstancePath link;

    @BeforeEach
    void linkAThingToTwoParts() throws CimException {
        holder = create(Model.thing("a"));
        first = create(Model.part(1, "o"));
        second = create(Model.part(2, "o"));
        link = create(Model.holds(holder.in(namespace), first.in(namespace)));
        create(Model.holds(holder.in(namespace), second.in(namespace)));
    }

    private List<CimInstancePath> associated(CimInstancePath source, AssociationFilter filter) throws CimException {
        return execute(new AssociatorNames(namespace, source, filter)).toList().stream()
                .map(Scenarios::bare)
                .toList();
    }

    private static AssociationFilter filter(CimName association, CimName result, CimName role, CimName resultRole) {
        return new AssociationFilter(association, result, role, resultRole);
    }

    @Test
    void leadFromEitherEndToTheOther() throws CimException {
        assertThat(associated(holder, AssociationFilter.ANY)).containsExactlyInAnyOrder(bare(first), bare(second));
        assertThat(associated(first, AssociationFilter.ANY)).containsExactly(bare(holder));
    }

    @Test
    void areSiftedByClassAndRole() throws CimException {
        assertThat(associated(holder, filter(Model.HOLDS, Model.PART, Model.HOLDER, Model.HELD)))
                .hasSize(2);
        assertThat(associated(holder, filter(null, Model.THING, null, null))).isEmpty();
        assertThat(associated(holder, filter(null, null, Model.HELD, null))).isEmpty();
        refused(
                CimStatus.INVALID_PARAMETER,
                new AssociatorNames(namespace, holder, filter(Model.UNKNOWN, null, null, null)),
                "TST_Unknown");
    }

    @Test
    void areInstancesThemselves() throws CimException {
        List<CimInstance> references = execute(
                        new References(namespace, first, AssociationFilter.ANY, InstanceView.ALL))
                .toList();

        assertThat(references).hasSize(1);
        assertThat(execute(new ReferenceNames(namespace, first, AssociationFilter.ANY))
                        .toList())
                .containsExactly(references.get(0).path());
        assertThat(references.get(0).properties())
                .extracting(CimProperty::name)
                .containsExactlyInAnyOrder(Model.HOLDER, Model.HELD, Model.WEIGHT);
    }

    @Test
    void showOnlyTheListedPropertiesOfWhatTheyLeadTo() throws CimException {
        assertThat(execute(new Associators(
                                namespace, holder, AssociationFilter.ANY, new InstanceView(Set.of(Model.LABEL), false)))
                        .toList())
                .allSatisfy(part -> assertThat(part.properties())
                        .extracting(CimProperty::name)
                        .containsExactly(Model.LABEL));
    }

    @Test
    void haveFullPaths() throws CimException {
        assertThat(execute(new AssociatorNames(namespace, holder, AssociationFilter.ANY))
                        .toList())
                .allSatisfy(path -> {
                    assertThat(path.host()).isNotNull();
                    assertThat(path.namespace()).isEqualTo(namespace);
                });
    }

    @Test
    void endWithTheirInstance() throws CimException {
        execute(new DeleteInstance(namespace, link));

        assertThat(associated(holder, AssociationFilter.ANY)).containsExactly(bare(second));
        assertThat(associated(first, AssociationFilter.ANY)).isEmpty();
    }

    @Test
    void leadNowhereFromWhatIsNotThere() throws CimException {
        assertThat(associated(Model.path(Model.THING, "none"), AssociationFilter.ANY))
                .isEmpty();
    }

    @Test
    void areKnownToClassesToo() throws CimException {
        assertThat(execute(new AssociatorClassPaths(namespace, Model.THING, AssociationFilter.ANY))
                        .toList())
                .anySatisfy(path -> assertThat(path.className()).isEqualTo(Model.PART));
        assertThat(execute(new ReferenceClassPaths(namespace, Model.SPECIAL_THING, AssociationFilter.ANY))
                        .toList())
                .anySatisfy(path -> assertThat(path.className()).isEqualTo(Model.HOLDS));
    }

    @Test
    void areNotMadeTwice() {
        refused(
                CimStatus.ALREADY_EXISTS,
                new CreateInstance(namespace, Model.holds(holder.in(namespace), first.in(namespace))));
    }
}
