package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.QualifierNames;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestSchema;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.MemoryStore;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.6")
class NamespacesTest {
    private static final CimName CIM_NAMESPACE = name("CIM_Namespace");
    private static final CimNamespace LAB = CimNamespace.of("root/Lab");
    private static final CimNamespace INTEROP = FleetNames.INTEROP;

    private final TestServer server = TestServer.of(new Fleet());

    private CimInstancePath create(String name) throws CimException {
        return create(server, name);
    }

    private static CimInstancePath create(TestServer server, String name) throws CimException {
        return server.execute(new CreateInstance(
                INTEROP,
                CimInstance.of(CIM_NAMESPACE)
                        .with(FleetNames.NAME, name)
                        .with(FleetNames.CREATION_CLASS_NAME, "CIM_Namespace")
                        .build()));
    }

    private void delete(CimInstancePath path) throws CimException {
        server.execute(new DeleteInstance(INTEROP, path.in(null).on(null)));
    }

    private static List<String> names(TestServer server) throws CimException {
        return server.execute(new EnumerateInstanceNames(INTEROP, CIM_NAMESPACE)).toList().stream()
                .map(path -> String.valueOf(path.text(FleetNames.NAME)))
                .toList();
    }

    private static CimClass shelf() {
        CimQualifier key =
                new CimQualifier(QualifierNames.KEY, CimDataType.of(CimType.BOOLEAN), bool(true), Set.of(), false);
        CimPropertyDeclaration id =
                new CimPropertyDeclaration(Boxes.ID, CimDataType.of(CimType.STRING), null, List.of(key), null, false);
        return new CimClass(name("Test_Shelf"), null, List.of(), List.of(id), List.of());
    }

    @Test
    void areMadeByTheirNameInTheInteropNamespace() throws CimException {
        CimInstancePath path = create("/" + LAB + "/");

        assertThat(path.className()).hasToString("Telvirt_Namespace");
        assertThat(path.text(FleetNames.NAME)).isEqualTo("root/Lab");
        assertThat(server.execute(new GetInstance(INTEROP, path.in(null).on(null), InstanceView.ALL))
                        .path())
                .isEqualTo(path);
        assertThat(names(server)).contains("root/Lab", "root/virt");
    }

    @Test
    void beginWithTheStandardQualifiersAndNoClasses() throws CimException {
        create("root/Lab");

        assertThat(server.execute(new EnumerateQualifiers(CimNamespace.of("ROOT/lab")))
                        .toList())
                .hasSameSizeAs(TestSchema.classes().qualifiers());
        assertThat(server.execute(new EnumerateClassNames(LAB, null, true)).toList())
                .isEmpty();
    }

    @Test
    void takeClassesAndInstances() throws CimException {
        create("root/Lab");
        server.execute(new CreateClass(LAB, shelf()));
        server.execute(new CreateInstance(
                LAB, CimInstance.of(shelf().name()).with(Boxes.ID, "a").build()));

        assertThat(server.execute(new EnumerateInstanceNames(LAB, shelf().name()))
                        .toList())
                .hasSize(1);
    }

    @Test
    void areDeletedWhenTheyAreEmpty() throws CimException {
        CimInstancePath path = create("root/Lab");
        server.execute(new CreateClass(LAB, shelf()));

        assertFails(CimStatus.NAMESPACE_NOT_EMPTY, () -> delete(path), "1 classes");
        server.execute(new DeleteClass(LAB, shelf().name()));
        delete(path);
        assertThat(names(server)).doesNotContain("root/Lab");
        assertFails(CimStatus.INVALID_NAMESPACE, () -> server.execute(new EnumerateQualifiers(LAB)));
        assertFails(CimStatus.NOT_FOUND, () -> delete(path));
    }

    @Test
    void areRefusedWithTheStatusOfTheStandard() throws CimException {
        create("root/Lab");

        assertFails(CimStatus.ALREADY_EXISTS, () -> create("ROOT/LAB"), "ROOT/LAB");
        assertFails(CimStatus.ALREADY_EXISTS, () -> create("root/PG_InterOp"));
        for (String bad : List.of("", "/", "a//b", "a b", "a:b", "ab\"c", "..", "../etc", "a/./b", "a/..")) {
            assertFails(CimStatus.INVALID_PARAMETER, () -> create(bad), "not the name of a namespace");
        }
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> server.execute(new CreateInstance(
                        INTEROP, CimInstance.of(CIM_NAMESPACE).build())),
                "Name");
    }

    @Test
    void ofTheServerItselfCannotBeDeleted() throws CimException {
        for (CimInstancePath path : server.execute(new EnumerateInstanceNames(INTEROP, CIM_NAMESPACE))
                .toList()) {
            assertFails(CimStatus.FAILED, () -> delete(path), "part of Telvirt");
        }
    }

    @Test
    void elsewhereAreOrdinaryInstances() throws CimException {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> server.execute(new CreateInstance(
                        FleetNames.ROOT_VIRT,
                        CimInstance.of(CIM_NAMESPACE).with(FleetNames.NAME, "x").build())),
                "key");
    }

    @Test
    void outliveTheServerWithAllThatIsInThem() throws CimException {
        MemoryStore store = new MemoryStore();
        TestServer before = TestServer.over(store);
        create(before, "root/Lab");
        create(before, "root/Gone");
        before.execute(new CreateClass(LAB, shelf()));
        before.execute(new CreateInstance(
                LAB, CimInstance.of(shelf().name()).with(Boxes.ID, "a").build()));
        CimInstancePath gone = before.execute(new EnumerateInstanceNames(INTEROP, CIM_NAMESPACE)).toList().stream()
                .filter(path -> "root/Gone".equals(path.text(FleetNames.NAME)))
                .findFirst()
                .orElseThrow();
        before.execute(new DeleteInstance(INTEROP, gone.in(null).on(null)));

        TestServer after = TestServer.over(store);
        assertThat(names(after)).isEqualTo(names(before)).contains("root/Lab").doesNotContain("root/Gone");
        assertThat(after.execute(new EnumerateInstanceNames(LAB, shelf().name()))
                        .toList())
                .isEqualTo(before.execute(new EnumerateInstanceNames(LAB, shelf().name()))
                        .toList());
        assertThat(after.execute(new EnumerateQualifiers(LAB)).toList())
                .containsExactlyElementsOf(
                        before.execute(new EnumerateQualifiers(LAB)).toList());
    }
}
