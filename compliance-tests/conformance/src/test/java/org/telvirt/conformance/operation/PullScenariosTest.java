package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.OpenedQuery;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.24")
class PullScenariosTest extends Scenarios {
    private static final int THINGS = 25;
    private CimInstancePath holder;

    @BeforeEach
    void makeThingsAndOneLink() throws CimException {
        for (int i = 0; i < THINGS; i++) {
            create(CimInstance.of(Model.THING)
                    .with(Model.ID, "t" + i)
                    .with(Model.BIG, CimValues.uint64(i))
                    .build());
        }
        holder = Model.path(Model.THING, "t0");
        CimInstancePath part = create(Model.part(1, "o"));
        create(Model.holds(holder.in(namespace), part.in(namespace)));
    }

    private static OpenOptions max(long count) {
        return new OpenOptions(null, null, null, false, count);
    }

    private static OpenOptions filter(@Nullable String language, @Nullable String query) {
        return new OpenOptions(language, query, null, false, 100);
    }

    private <T> List<T> all(EnumerationOperation<T> operation, long step) throws CimException {
        EnumerationPart<T> part = execute(new OpenEnumeration<>(operation, max(step)));
        List<T> found = new ArrayList<>(part.items());
        while (!part.endOfSequence()) {
            part = execute(new PullEnumeration<>(namespace, part.context(), operation.itemKind(), step));
            assertThat(part.items().size()).isLessThanOrEqualTo((int) step);
            found.addAll(part.items());
        }
        return found;
    }

    @Test
    void yieldWhatTheWholeOperationsYield() throws CimException {
        List<EnumerationOperation<?>> operations = List.of(
                new EnumerateInstances(namespace, Model.THING, true, InstanceView.ALL),
                new EnumerateInstanceNames(namespace, Model.THING),
                new Associators(namespace, holder, AssociationFilter.ANY, InstanceView.ALL),
                new AssociatorNames(namespace, holder, AssociationFilter.ANY),
                new References(namespace, holder, AssociationFilter.ANY, InstanceView.ALL),
                new ReferenceNames(namespace, holder, AssociationFilter.ANY));
        for (EnumerationOperation<?> operation : operations) {
            assertThat(all(operation, 7))
                    .as(operation.operationName())
                    .hasSameSizeAs(execute(operation).toList());
        }
    }

    @Test
    void haveFullPaths() throws CimException {
        assertThat(all(new EnumerateInstanceNames(namespace, Model.THING), 10)).allSatisfy(path -> {
            assertThat(path.host()).isNotNull();
            assertThat(path.namespace()).isEqualTo(namespace);
        });
    }

    @Test
    void beginWithNothingWhenNothingIsAskedFor() throws CimException {
        EnumerationPart<CimInstancePath> part =
                execute(new OpenEnumeration<>(new EnumerateInstanceNames(namespace, Model.THING), max(0)));

        assertThat(part.items()).isEmpty();
        assertThat(part.endOfSequence()).isFalse();
        execute(new CloseEnumeration(namespace, part.context()));
        refused(
                CimStatus.INVALID_ENUMERATION_CONTEXT,
                new PullEnumeration<>(namespace, part.context(), ItemKind.INSTANCE_PATHS, 1));
    }

    @Test
    void areNotPulledAsAnotherKind() throws CimException {
        EnumerationPart<CimInstancePath> part =
                execute(new OpenEnumeration<>(new EnumerateInstanceNames(namespace, Model.THING), max(1)));

        refused(
                CimStatus.INVALID_ENUMERATION_CONTEXT,
                new PullEnumeration<>(namespace, part.context(), ItemKind.INSTANCES_WITH_PATH, 1));
    }

    @Test
    void countWhatIsLeftOrSayThatTheyCannot() throws CimException {
        EnumerationPart<CimInstancePath> part =
                execute(new OpenEnumeration<>(new EnumerateInstanceNames(namespace, Model.THING), max(5)));

        var count = execute(new CountEnumeration(namespace, part.context()));

        assertThat(count.orElse(THINGS - 5)).isEqualTo(THINGS - 5);
    }

    @Test
    void areFiltered() throws CimException {
        for (String language : List.of("DMTF:FQL")) {
            EnumerationPart<CimInstance> part = execute(new OpenEnumeration<>(
                    new EnumerateInstances(namespace, Model.THING, true, InstanceView.ALL),
                    filter(language, "Big > 20 AND ID <> 't24'")));

            assertThat(ids(part.items())).containsExactlyInAnyOrder("t21", "t22", "t23");
        }
        var operation = new EnumerateInstances(namespace, Model.THING, true, InstanceView.ALL);
        refused(CimStatus.INVALID_PARAMETER, new OpenEnumeration<>(operation, filter("DMTF:FQL", null)));
        refused(
                CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED,
                new OpenEnumeration<>(operation, filter("SQL", "Big > 1")),
                "SQL");
        refused(CimStatus.INVALID_QUERY, new OpenEnumeration<>(operation, filter("DMTF:FQL", "Big >")));
    }

    @Test
    void acceptAnOperationTimeoutOfAMinuteAndContinueOnErrorOrRefuseThemByName() throws CimException {
        var part = execute(new OpenEnumeration<>(
                new EnumerateInstanceNames(namespace, Model.THING),
                new OpenOptions(null, null, Duration.ofMinutes(1), false, 1)));
        assertThat(part.items()).hasSize(1);
    }

    @Test
    void ofQueriesYieldInstancesAndTheirClass() throws CimException {
        OpenedQuery opened = execute(new OpenQueryInstances(
                namespace, "DMTF:CQL", "SELECT ID, Big FROM TST_Thing WHERE Big < 4", true, max(2)));

        List<CimInstance> found = new ArrayList<>(opened.part().items());
        String context = opened.part().context();
        while (context != null) {
            EnumerationPart<CimInstance> part =
                    execute(new PullEnumeration<>(namespace, context, ItemKind.INSTANCES, 2));
            found.addAll(part.items());
            context = part.context();
        }

        assertThat(ids(found)).containsExactlyInAnyOrder("t0", "t1", "t2", "t3");
        assertThat(opened.resultClass()).isNotNull();
        assertThat(opened.resultClass().property(Model.BIG)).isNotNull();
        assertThat(opened.resultClass().property(Model.NOTE)).isNull();
    }
}
