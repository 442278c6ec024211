package org.telvirt.conformance.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telvirt.conformance.interop.Sblim.key;
import static org.telvirt.conformance.interop.Sblim.list;
import static org.telvirt.conformance.interop.Sblim.property;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.metricshub.wbem.javax.cim.CIMClass;
import org.metricshub.wbem.javax.cim.CIMDataType;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.cim.CIMProperty;
import org.metricshub.wbem.javax.cim.CIMQualifierType;
import org.metricshub.wbem.javax.cim.CIMScope;
import org.metricshub.wbem.javax.cim.UnsignedInteger32;
import org.metricshub.wbem.javax.cim.UnsignedInteger64;
import org.metricshub.wbem.javax.wbem.WBEMException;
import org.metricshub.wbem.javax.wbem.client.EnumerateResponse;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.traceability.Requirement;

/** Every operation of the SBLIM client but EnumerationCount, whose answer it cannot read, in a namespace with the classes of the scenarios. */
@Requirement("DSP0200 5.4.2")
@TestInstance(Lifecycle.PER_CLASS)
class SblimClientTest {
    private static final UnsignedInteger32 MINUTE = new UnsignedInteger32(60);
    private static final UnsignedInteger32 TWO = new UnsignedInteger32(2);

    private RunningServer server;
    private Sblim sblim;

    @BeforeAll
    void startAServerWithTheModelAndSomeInstances() throws Exception {
        server = RunningServer.simulated();
        String namespace = ModelNamespace.make(server, "root/sblim").toString();
        sblim = new Sblim(server.http(), namespace, "admin", RunningServer.PASSWORD);
        for (int i = 0; i < 5; i++) {
            sblim.client()
                    .createInstance(sblim.newThing(
                            "t" + i, property("Big", CIMDataType.UINT64_T, new UnsignedInteger64(String.valueOf(i)))));
        }
        link("t0", part(1));
        link("t0", part(2));
        link("t0", part(3));
    }

    @AfterAll
    void stopIt() {
        sblim.close();
        server.close();
    }

    private CIMObjectPath part(long number) throws WBEMException {
        return sblim.client().createInstance(new CIMInstance(sblim.path("TST_Part"), new CIMProperty<?>[] {
            key("Number", CIMDataType.UINT32_T, new UnsignedInteger32(number)),
            key("Owner", CIMDataType.STRING_T, "o"),
            property("Label", CIMDataType.STRING_T, "part " + number)
        }));
    }

    private void link(String thing, CIMObjectPath part) throws WBEMException {
        sblim.client().createInstance(new CIMInstance(sblim.path("TST_Holds"), new CIMProperty<?>[] {
            key("Holder", new CIMDataType("TST_Thing"), sblim.thing(thing)),
            key("Held", new CIMDataType("TST_Part"), part)
        }));
    }

    /** A client of its own asks for something that must not happen twice; it has sent no password yet. */
    @Test
    void performsTheFirstOperationOfAClientOnce() throws WBEMException {
        try (Sblim fresh = new Sblim(server.http(), "root/sblim", "admin", RunningServer.PASSWORD)) {
            fresh.client().createInstance(fresh.newThing("first"));
        }

        sblim.client().deleteInstance(sblim.thing("first"));
    }

    private static int code(WBEMException e) {
        return e.getID();
    }

    @Nested
    class Instances {
        @Test
        void areMadeReadChangedAndRemoved() throws WBEMException {
            CIMObjectPath path = sblim.client().createInstance(sblim.newThing("made"));
            assertThat(path.getKey("ID").getValue()).isEqualTo("made");
            assertThat(sblim.get(sblim.thing("made")).getPropertyValue("Note")).isEqualTo("new");

            sblim.client()
                    .modifyInstance(
                            new CIMInstance(
                                    sblim.thing("made"),
                                    new CIMProperty<?>[] {property("Note", CIMDataType.STRING_T, "changed")}),
                            new String[] {"Note"});
            assertThat(sblim.get(sblim.thing("made")).getPropertyValue("Note")).isEqualTo("changed");

            sblim.client().deleteInstance(sblim.thing("made"));
            assertThat(code(catchThrowableOfType(WBEMException.class, () -> sblim.get(sblim.thing("made")))))
                    .isEqualTo(WBEMException.CIM_ERR_NOT_FOUND);
        }

        @Test
        void areEnumerated() throws WBEMException {
            assertThat(list(sblim.client().enumerateInstances(sblim.path("TST_Thing"), true, false, false, null)))
                    .extracting(one -> one.getPropertyValue("ID"))
                    .contains("t0", "t4");
            assertThat(list(sblim.client().enumerateInstanceNames(sblim.path("TST_Thing"))))
                    .extracting(one -> (Object) one.getKey("ID").getValue())
                    .contains("t0", "t4");
        }

        @Test
        void areQueried() throws WBEMException {
            assertThat(list(sblim.client().execQuery(sblim.path(null), "SELECT * FROM TST_Thing WHERE Big > 2", "WQL")))
                    .extracting(one -> one.getPropertyValue("ID"))
                    .containsExactlyInAnyOrder("t3", "t4");
        }
    }

    @Nested
    class AssociationsOfInstances {
        @Test
        void areFollowed() throws WBEMException {
            CIMObjectPath source = sblim.thing("t0");

            assertThat(list(sblim.client().associatorNames(source, null, null, null, null)))
                    .hasSize(3);
            assertThat(list(sblim.client().associatorInstances(source, "TST_Holds", null, null, null, false, null)))
                    .extracting(one -> one.getPropertyValue("Label"))
                    .containsExactlyInAnyOrder("part 1", "part 2", "part 3");
            assertThat(list(sblim.client().referenceNames(source, null, null))).hasSize(3);
            assertThat(list(sblim.client().referenceInstances(source, null, null, false, null)))
                    .hasSize(3);
        }

        @Test
        void areFollowedOnClasses() throws WBEMException {
            assertThat(list(sblim.client()
                            .associatorClasses(sblim.path("TST_Thing"), null, null, null, null, true, false, null)))
                    .extracting(CIMClass::getName)
                    .contains("TST_Part");
            assertThat(list(sblim.client().referenceClasses(sblim.path("TST_Thing"), null, null, true, false, null)))
                    .extracting(CIMClass::getName)
                    .contains("TST_Holds");
        }
    }

    @Nested
    class Classes {
        @Test
        void areReadAndEnumerated() throws WBEMException {
            CIMClass thing = sblim.client().getClass(sblim.path("TST_Thing"), false, true, true, null);

            assertThat(thing.getProperty("ID").isKey()).isTrue();
            assertThat(list(sblim.client().enumerateClasses(sblim.path(null), true, false, true, true)))
                    .extracting(CIMClass::getName)
                    .contains("TST_SpecialThing");
            assertThat(list(sblim.client().enumerateClassNames(sblim.path("TST_Thing"), false)))
                    .extracting(CIMObjectPath::getObjectName)
                    .containsExactly("TST_SpecialThing");
        }

        /** The client makes classes only of classes that it has read. */
        @Test
        void areRemovedMadeAgainAndChanged() throws WBEMException {
            CIMObjectPath path = sblim.path("TST_Idea");
            CIMClass read = sblim.client().getClass(path, false, true, false, null);

            sblim.client().deleteClass(path);
            assertThat(code(catchThrowableOfType(
                            WBEMException.class, () -> sblim.client().getClass(path, false, true, false, null))))
                    .isEqualTo(WBEMException.CIM_ERR_NOT_FOUND);
            sblim.client().createClass(read);
            sblim.client().modifyClass(read);

            assertThat(sblim.client().getClass(path, false, true, false, null)).isEqualTo(read);
        }
    }

    @Nested
    class Qualifiers {
        @Test
        void areMadeReadAndRemoved() throws WBEMException {
            CIMObjectPath path = sblim.path("SblimMark");
            sblim.client()
                    .setQualifierType(new CIMQualifierType<>(
                            path, CIMDataType.STRING_T, "x", CIMScope.CLASS | CIMScope.PROPERTY, 0));

            assertThat(sblim.client().getQualifierType(path).getValue()).isEqualTo("x");
            assertThat(list(sblim.client().enumerateQualifierTypes(sblim.path(null))))
                    .extracting(CIMQualifierType::getName)
                    .contains("SblimMark", "Key");
            sblim.client().deleteQualifierType(path);
            assertThat(code(catchThrowableOfType(
                            WBEMException.class, () -> sblim.client().getQualifierType(path))))
                    .isEqualTo(WBEMException.CIM_ERR_NOT_FOUND);
        }
    }

    @Nested
    class Pulled {
        private List<CIMInstance> instances(EnumerateResponse<CIMInstance> first) throws WBEMException {
            List<CIMInstance> all = new ArrayList<>(list(first.getResponses()));
            EnumerateResponse<CIMInstance> part = first;
            while (!part.isEnd()) {
                part = sblim.client().getInstancesWithPath(sblim.path("TST_Thing"), part.getContext(), TWO);
                all.addAll(list(part.getResponses()));
            }
            return all;
        }

        private List<CIMObjectPath> paths(EnumerateResponse<CIMObjectPath> first) throws WBEMException {
            List<CIMObjectPath> all = new ArrayList<>(list(first.getResponses()));
            EnumerateResponse<CIMObjectPath> part = first;
            while (!part.isEnd()) {
                part = sblim.client().getInstancePaths(sblim.path("TST_Thing"), part.getContext(), TWO);
                all.addAll(list(part.getResponses()));
            }
            return all;
        }

        @Test
        void instancesAndPathsComeInParts() throws WBEMException {
            CIMObjectPath things = sblim.path("TST_Thing");

            assertThat(instances(sblim.client()
                            .enumerateInstances(things, true, false, null, null, null, MINUTE, false, TWO)))
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(paths(sblim.client().enumerateInstancePaths(things, null, null, MINUTE, false, TWO)))
                    .hasSizeGreaterThanOrEqualTo(5);
        }

        @Test
        void associationsComeInParts() throws WBEMException {
            CIMObjectPath source = sblim.thing("t0");

            assertThat(instances(sblim.client()
                            .associators(source, null, null, null, null, false, null, null, null, MINUTE, false, TWO)))
                    .hasSize(3);
            assertThat(paths(sblim.client()
                            .associatorPaths(source, null, null, null, null, null, null, MINUTE, false, TWO)))
                    .hasSize(3);
            assertThat(instances(
                            sblim.client().references(source, null, null, false, null, null, null, MINUTE, false, TWO)))
                    .hasSize(3);
            assertThat(paths(sblim.client().referencePaths(source, null, null, null, null, MINUTE, false, TWO)))
                    .hasSize(3);
        }

        @Test
        void areFiltered() throws WBEMException {
            assertThat(instances(sblim.client()
                            .enumerateInstances(
                                    sblim.path("TST_Thing"),
                                    true,
                                    false,
                                    null,
                                    "DMTF:FQL",
                                    "Big >= 3",
                                    MINUTE,
                                    false,
                                    TWO)))
                    .extracting(one -> one.getPropertyValue("ID"))
                    .containsExactlyInAnyOrder("t3", "t4");
        }

        @Test
        void resultsOfQueriesComeInParts() throws WBEMException {
            EnumerateResponse<CIMInstance> part = sblim.client()
                    .execQueryInstances(
                            sblim.path("TST_Thing"),
                            "SELECT ID FROM TST_Thing WHERE Big < 4",
                            "DMTF:CQL",
                            false,
                            MINUTE,
                            false,
                            TWO,
                            null);
            List<CIMInstance> all = new ArrayList<>(list(part.getResponses()));
            while (!part.isEnd()) {
                part = sblim.client().getInstances(sblim.path("TST_Thing"), part.getContext(), TWO);
                all.addAll(list(part.getResponses()));
            }

            assertThat(all)
                    .extracting(one -> one.getPropertyValue("ID"))
                    .containsExactlyInAnyOrder("t0", "t1", "t2", "t3");
        }

        @Test
        void areClosed() throws WBEMException {
            EnumerateResponse<CIMInstance> part = sblim.client()
                    .enumerateInstances(sblim.path("TST_Thing"), true, false, null, null, null, MINUTE, false, TWO);
            list(part.getResponses());
            sblim.client().closeEnumeration(sblim.path("TST_Thing"), part.getContext());
            assertThat(code(catchThrowableOfType(
                            WBEMException.class,
                            () -> sblim.client()
                                    .getInstancesWithPath(sblim.path("TST_Thing"), part.getContext(), TWO))))
                    .isEqualTo(21);
        }
    }
}
