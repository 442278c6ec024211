package org.telvirt.conformance.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.conformance.operation.LinkedModel;
import org.telvirt.conformance.wbem.Finding;
import org.telvirt.conformance.wbem.WbemServer;

/** The crawler finds nothing wrong with a truthful service, and each single lie of one that lies. */
class LyingServiceTest {
    private static final CallContext CONTEXT = CallContext.internal("admin");

    private LinkedModel model;

    @BeforeEach
    void makeAThingWithTwoParts() throws CimException {
        model = LinkedModel.make();
    }

    @AfterEach
    void end() {
        model.close();
    }

    /** What is made of an answer. */
    @FunctionalInterface
    private interface Lie {
        Object about(CimOperation<?> operation, Object answer) throws CimException;
    }

    private List<Finding> crawl(Lie lie) throws CimException {
        CimService lying = new CimService() {
            @Override
            @SuppressWarnings("unchecked") // a lie is of the type of the truth
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                return (R) lie.about(operation, model.service().execute(operation, context));
            }
        };
        return new Crawler(new WbemServer(lying, CONTEXT), 1, 1, new Random(1))
                .crawl(List.of(model.namespace()))
                .findings();
    }

    /** The same list without its last entry. */
    private static Object shortened(Object answer) throws CimException {
        try (CimCursor<?> cursor = (CimCursor<?>) answer) {
            List<?> all = new ArrayList<>(cursor.toList());
            return CimCursor.of(all.isEmpty() ? all : all.subList(0, all.size() - 1));
        }
    }

    private void finds(Class<?> operation, String cause) throws CimException {
        assertThat(crawl((asked, answer) -> operation.isInstance(asked) ? shortened(answer) : answer))
                .extracting(Finding::cause)
                .anySatisfy(found -> assertThat(found).contains(cause));
    }

    @Test
    void isTruthfulOrElse() throws CimException {
        assertThat(crawl((operation, answer) -> answer)).isEmpty();
    }

    @Test
    void leavesOutAnAssociator() throws CimException {
        finds(Associators.class, "Associators and AssociatorNames");
    }

    @Test
    void leavesOutTheNameOfAnAssociator() throws CimException {
        finds(AssociatorNames.class, "Associators and the ends of References");
    }

    @Test
    void leavesOutAReference() throws CimException {
        finds(References.class, "References and ReferenceNames");
    }

    @Test
    void leavesOutTheNameOfAReference() throws CimException {
        finds(ReferenceNames.class, "References and the list of its class");
    }

    @Test
    void leavesOutTheNameOfAnInstance() throws CimException {
        finds(EnumerateInstanceNames.class, "EnumerateInstances and EnumerateInstanceNames");
    }

    @Test
    void saysAnotherValueOfASingleInstance() throws CimException {
        assertThat(crawl((operation, answer) ->
                        operation instanceof GetInstance && answer instanceof CimInstance instance
                                ? relabelled(instance)
                                : answer))
                .extracting(Finding::cause)
                .anySatisfy(found -> assertThat(found).contains("Label is ", "alone and "));
    }

    private static CimInstance relabelled(CimInstance instance) {
        return instance.withProperties(instance.properties().stream()
                .map(property -> property.name().is("Label")
                        ? CimProperty.of(CimName.of("Label"), CimValues.text("another"))
                        : property)
                .toList());
    }

    @Test
    void overlooksARole() throws CimException {
        assertThat(crawl((operation, answer) -> operation instanceof AssociatorNames names
                                && names.filter().role() != null
                        ? model.service()
                                .execute(
                                        new AssociatorNames(names.namespace(), names.source(), AssociationFilter.ANY),
                                        CONTEXT)
                        : answer))
                .extracting(Finding::cause)
                .anySatisfy(found -> assertThat(found).contains("AssociatorNames with", " gives "));
    }
}
