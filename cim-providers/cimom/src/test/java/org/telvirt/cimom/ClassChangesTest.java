package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

class ClassChangesTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;
    private static final CimNamespace NOWHERE = CimNamespace.of("root/nowhere");
    private static final CimName SHELF = name("Test_Shelf");
    private static final CimQualifier KEY = qualifier(QualifierNames.KEY, bool(true));

    private final TestServer server = TestServer.of(new Fleet().with("web-1", 2));

    private static CimQualifier qualifier(CimName name, @Nullable CimValue value) {
        CimType type = value instanceof CimValue.Text ? CimType.STRING : CimType.BOOLEAN;
        return new CimQualifier(name, CimDataType.of(type), value, Set.of(), false);
    }

    private static CimPropertyDeclaration property(CimName name, CimType type, CimQualifier... qualifiers) {
        return new CimPropertyDeclaration(name, CimDataType.of(type), null, List.of(qualifiers), null, false);
    }

    private static CimClass declared(CimName name, @Nullable CimName superclass, CimPropertyDeclaration... own) {
        return new CimClass(name, superclass, List.of(), List.of(own), List.of());
    }

    private static CimClass shelf() {
        return declared(SHELF, null, property(Boxes.ID, CimType.STRING, KEY), property(name("Width"), CimType.UINT32));
    }

    private void create(CimClass declaration) throws CimException {
        server.execute(new CreateClass(VIRT, declaration));
    }

    private void modify(CimClass declaration) throws CimException {
        server.execute(new ModifyClass(VIRT, declaration));
    }

    private void delete(CimName name) throws CimException {
        server.execute(new DeleteClass(VIRT, name));
    }

    private CimClass get(CimName name) throws CimException {
        return server.execute(new GetClass(VIRT, name, new ClassView(false, true, true, null)));
    }

    @Nested
    @Requirement("DSP0200 5.4.2.5")
    class Create {
        @Test
        void addsTheClassWithWhatItInherits() throws CimException {
            create(declared(SHELF, name("CIM_ManagedElement"), property(Boxes.ID, CimType.STRING, KEY)));

            CimClass made = get(SHELF);
            assertThat(made.property(name("Caption")).propagated()).isTrue();
            assertThat(made.property(Boxes.ID).classOrigin()).isEqualTo(SHELF);
            assertThat(made.property(Boxes.ID).isKey()).isTrue();
            assertThat(server.execute(new EnumerateClassNames(VIRT, name("CIM_ManagedElement"), true))
                            .toList())
                    .contains(SHELF);
        }

        @Test
        void takesFlavorsFromTheDeclarationOfAQualifier() throws CimException {
            create(shelf());

            assertThat(get(SHELF)
                            .property(Boxes.ID)
                            .qualifier(QualifierNames.KEY)
                            .flavors())
                    .containsExactly(CimFlavor.TO_SUBCLASS);
        }

        @Test
        void makesAClassThatCanHaveInstancesAtOnce() throws CimException {
            create(shelf());
            Boxes.create(server, CimInstance.of(SHELF).with(Boxes.ID, "a").build());
            create(declared(name("Test_LongShelf"), SHELF, property(name("Feet"), CimType.UINT8)));
            Boxes.create(
                    server,
                    CimInstance.of(name("Test_LongShelf")).with(Boxes.ID, "b").build());

            assertThat(server.execute(new EnumerateInstanceNames(VIRT, SHELF)).toList())
                    .hasSize(2);
        }

        @Test
        void takesAClassAsGetClassGivesIt() throws CimException {
            CimClass read = get(Boxes.CRATE);
            create(new CimClass(name("Test_Copy"), Boxes.BOX, read.qualifiers(), read.properties(), read.methods()));

            assertThat(get(name("Test_Copy")).properties())
                    .extracting(CimPropertyDeclaration::name)
                    .isEqualTo(read.properties().stream()
                            .map(CimPropertyDeclaration::name)
                            .toList());
        }

        @Test
        void letsMethodsOfTwoClassesReferToEachOther() throws CimException {
            create(calling(SHELF, name("Test_Wall")));
            create(calling(name("Test_Wall"), SHELF));

            assertThat(get(SHELF).methods()).hasSize(1);
            delete(name("Test_Wall"));
        }

        private CimClass calling(CimName name, CimName other) {
            CimParameter parameter = new CimParameter(name("Other"), CimDataType.referenceTo(other), List.of());
            CimMethod method = new CimMethod(
                    name("Meet"), CimDataType.of(CimType.UINT32), List.of(parameter), List.of(), null, false);
            return new CimClass(name, null, List.of(), List.of(), List.of(method));
        }

        @Test
        void isRefusedInTheOrderOfTheStandard() {
            CimClass wrong =
                    declared(Boxes.BOX, name("No"), property(Boxes.ID, CimType.STRING, qualifier(name("No"), null)));

            assertFails(CimStatus.INVALID_NAMESPACE, () -> server.execute(new CreateClass(NOWHERE, wrong)));
            assertFails(CimStatus.INVALID_PARAMETER, () -> create(wrong), "qualifier No", "not declared");
            assertFails(CimStatus.ALREADY_EXISTS, () -> create(declared(Boxes.BOX, name("No"))), "Test_Box");
            assertFails(CimStatus.INVALID_SUPERCLASS, () -> create(declared(SHELF, name("No"))), "'No'");
        }

        @Test
        void isRefusedWhereARuleOfClassesIsBroken() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(declared(SHELF, Boxes.BOX, property(Boxes.SIZE, CimType.UINT32))),
                    "Override");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(declared(SHELF, Boxes.BOX, property(name("Other"), CimType.STRING, KEY))),
                    "cannot add the key");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(declared(
                            SHELF, null, property(Boxes.ID, CimType.STRING), property(name("ID"), CimType.STRING))),
                    "twice");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(declared(
                            SHELF, null, property(Boxes.ID, CimType.STRING, qualifier(QualifierNames.KEY, text("x"))))),
                    "qualifier Key",
                    "boolean");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(declared(
                            SHELF,
                            null,
                            property(Boxes.ID, CimType.STRING, qualifier(QualifierNames.ASSOCIATION, bool(true))))),
                    "Association",
                    "cannot be on");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(new CimClass(
                            SHELF,
                            null,
                            List.of(),
                            List.of(new CimPropertyDeclaration(
                                    Boxes.ID, CimDataType.of(CimType.STRING), uint32(1), List.of(), null, false)),
                            List.of())),
                    "declared string");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.7")
    class Modify {
        @Test
        void replacesWhatTheClassDeclares() throws CimException {
            create(shelf());
            modify(declared(
                    SHELF, null, property(Boxes.ID, CimType.STRING, KEY), property(name("Depth"), CimType.UINT8)));

            assertThat(get(SHELF).properties())
                    .extracting(property -> property.name().toString())
                    .containsExactly("Id", "Depth");
            Boxes.create(server, CimInstance.of(SHELF).with(Boxes.ID, "a").build());
            assertThat(Boxes.get(server, CimInstancePath.of(SHELF, Boxes.ID, "a"))
                            .properties())
                    .hasSize(2);
        }

        @Test
        void isRefusedInTheOrderOfTheStandard() throws CimException {
            assertFails(CimStatus.INVALID_NAMESPACE, () -> server.execute(new ModifyClass(NOWHERE, shelf())));
            assertFails(CimStatus.NOT_SUPPORTED, () -> modify(declared(Boxes.BOX, Boxes.THING)), "part of Telvirt");
            assertFails(CimStatus.NOT_FOUND, () -> modify(shelf()), "Test_Shelf");
            create(shelf());
            assertFails(CimStatus.INVALID_SUPERCLASS, () -> modify(declared(SHELF, Boxes.THING)), "cannot be changed");
            create(declared(name("Test_LongShelf"), SHELF));
            Boxes.create(server, CimInstance.of(SHELF).with(Boxes.ID, "a").build());
            assertFails(CimStatus.CLASS_HAS_CHILDREN, () -> modify(shelf()), "Test_LongShelf");
            delete(name("Test_LongShelf"));
            assertFails(CimStatus.CLASS_HAS_INSTANCES, () -> modify(shelf()), "1 instances");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.3")
    class Delete {
        @Test
        void removesTheClassSoThatItCanBeMadeAgainInAnotherWay() throws CimException {
            create(shelf());
            Boxes.create(server, CimInstance.of(SHELF).with(Boxes.ID, "a").build());
            server.execute(new DeleteInstance(VIRT, CimInstancePath.of(SHELF, Boxes.ID, "a")));
            delete(SHELF);

            assertFails(CimStatus.NOT_FOUND, () -> get(SHELF));
            create(declared(SHELF, Boxes.BOX));
            Boxes.create(server, CimInstance.of(SHELF).with(Boxes.ID, "a").build());
            assertThat(server.execute(new EnumerateInstanceNames(VIRT, Boxes.BOX))
                            .toList())
                    .hasSize(1);
        }

        @Test
        void isRefusedInTheOrderOfTheStandard() throws CimException {
            assertFails(CimStatus.INVALID_NAMESPACE, () -> server.execute(new DeleteClass(NOWHERE, SHELF)));
            assertFails(CimStatus.NOT_SUPPORTED, () -> delete(Boxes.BOX), "part of Telvirt");
            assertFails(CimStatus.NOT_FOUND, () -> delete(SHELF));
            create(shelf());
            create(declared(name("Test_LongShelf"), SHELF));
            Boxes.create(server, CimInstance.of(SHELF).with(Boxes.ID, "a").build());
            assertFails(CimStatus.CLASS_HAS_CHILDREN, () -> delete(SHELF), "Test_LongShelf");
            delete(name("Test_LongShelf"));
            assertFails(CimStatus.CLASS_HAS_INSTANCES, () -> delete(SHELF), "1 instances");
        }

        @Test
        void isRefusedWhileAnotherClassRefersToIt() throws CimException {
            create(shelf());
            create(new CimClass(
                    name("Test_OnShelf"),
                    null,
                    List.of(qualifier(QualifierNames.ASSOCIATION, bool(true))),
                    List.of(reference("Shelf", SHELF), reference("Thing", Boxes.THING)),
                    List.of()));

            assertFails(CimStatus.FAILED, () -> delete(SHELF), "Test_OnShelf");
        }

        private CimPropertyDeclaration reference(String role, CimName target) {
            return new CimPropertyDeclaration(
                    name(role), CimDataType.referenceTo(target), null, List.of(KEY), null, false);
        }
    }

    @Nested
    @Requirement({"DSP0200 5.4.2.20", "DSP0200 5.4.2.21", "DSP0200 5.4.2.22", "DSP0200 5.4.2.23"})
    class Qualifiers {
        private final CimName fragile = name("Fragile");

        private CimQualifierDeclaration declared(CimName name, CimType type) {
            return new CimQualifierDeclaration(
                    name, CimDataType.of(type), null, EnumSet.of(CimScope.CLASS), EnumSet.of(CimFlavor.TO_SUBCLASS));
        }

        private void set(CimQualifierDeclaration declaration) throws CimException {
            server.execute(new SetQualifier(VIRT, declaration));
        }

        private void remove(CimName name) throws CimException {
            server.execute(new DeleteQualifier(VIRT, name));
        }

        private CimClass fragileShelf() {
            return new CimClass(
                    SHELF,
                    null,
                    List.of(qualifier(fragile, bool(true))),
                    List.of(property(Boxes.ID, CimType.STRING, KEY)),
                    List.of());
        }

        @Test
        void areSetGottenListedAndDeleted() throws CimException {
            set(declared(fragile, CimType.STRING));
            set(declared(fragile, CimType.BOOLEAN));

            assertThat(server.execute(new GetQualifier(VIRT, name("FRAGILE"))))
                    .isEqualTo(declared(fragile, CimType.BOOLEAN));
            assertThat(server.execute(new EnumerateQualifiers(VIRT)).toList())
                    .extracting(CimQualifierDeclaration::name)
                    .contains(fragile, QualifierNames.KEY);
            remove(fragile);
            assertFails(CimStatus.NOT_FOUND, () -> server.execute(new GetQualifier(VIRT, fragile)), "Fragile");
        }

        @Test
        void areRefusedWithTheStatusOfTheStandard() throws CimException {
            assertFails(CimStatus.INVALID_NAMESPACE, () -> server.execute(new GetQualifier(NOWHERE, fragile)));
            assertFails(CimStatus.NOT_FOUND, () -> remove(fragile));
            assertFails(CimStatus.NOT_SUPPORTED, () -> remove(QualifierNames.KEY), "part of Telvirt");
            assertFails(CimStatus.NOT_SUPPORTED, () -> set(declared(QualifierNames.KEY, CimType.STRING)));
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> set(new CimQualifierDeclaration(
                            fragile, CimDataType.of(CimType.STRING), uint32(1), Set.of(CimScope.CLASS), Set.of())),
                    "declared string");
        }

        @Test
        void ofTheServerCanBeSetToWhatTheyAre() throws CimException {
            set(server.execute(new GetQualifier(VIRT, QualifierNames.KEY)));
        }

        @Test
        void thatAreUsedStayAsTheyAre() throws CimException {
            set(declared(fragile, CimType.BOOLEAN));
            create(fragileShelf());

            assertFails(CimStatus.FAILED, () -> remove(fragile), "Test_Shelf");
            assertFails(CimStatus.FAILED, () -> set(declared(fragile, CimType.STRING)), "Test_Shelf");
            set(declared(fragile, CimType.BOOLEAN));
        }
    }
}
