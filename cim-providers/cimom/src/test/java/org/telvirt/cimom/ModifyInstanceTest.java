package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

class ModifyInstanceTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;
    private static final CimInstancePath A = Boxes.path("a");
    private static final CimProperty RED = CimProperty.of(Boxes.LABEL, text("red"));

    private final TestServer server = TestServer.of(new Fleet().with("web-1", 2));

    @BeforeEach
    void makeABox() throws CimException {
        Boxes.create(server, Boxes.box("a", CimProperty.of(Boxes.LABEL, text("old")), size(3)));
    }

    private static CimProperty size(int value) {
        return CimProperty.of(Boxes.SIZE, uint32(value));
    }

    private CimInstance box() throws CimException {
        return Boxes.get(server, A);
    }

    private void modify(CimInstance instance, @Nullable Set<CimName> listed) throws CimException {
        server.execute(new ModifyInstance(VIRT, A, instance, listed));
    }

    private static CimInstance saying(CimProperty... properties) {
        return CimInstance.of(Boxes.BOX).with(List.of(properties)).build();
    }

    @Nested
    @Requirement("DSP0200 5.4.2.8")
    class WithoutAPropertyList {
        @Test
        void changesWhatIsGivenAndNothingElse() throws CimException {
            modify(saying(RED), null);

            assertThat(box().text(Boxes.LABEL)).isEqualTo("red");
            assertThat(box().value(Boxes.SIZE)).isEqualTo(uint32(3));
        }

        @Test
        void setsNullToNull() throws CimException {
            modify(saying(new CimProperty(Boxes.SIZE, CimDataType.of(CimType.UINT32), null, null)), null);

            assertThat(box().value(Boxes.SIZE)).isNull();
        }

        @Test
        void takesKeysThatStayTheSame() throws CimException {
            modify(Boxes.box("a", RED), null);

            assertThat(box().text(Boxes.LABEL)).isEqualTo("red");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.8")
    class WithAPropertyList {
        @Test
        void leavesAloneWhatIsNotListed() throws CimException {
            modify(saying(RED, size(9)), Set.of(name("SIZE")));

            assertThat(box().text(Boxes.LABEL)).isEqualTo("old");
            assertThat(box().value(Boxes.SIZE)).isEqualTo(uint32(9));
        }

        @Test
        void setsToTheDefaultWhatIsListedAndNotGiven() throws CimException {
            modify(saying(), Set.of(Boxes.LABEL, Boxes.SIZE));

            assertThat(box().text(Boxes.LABEL)).isEqualTo("none");
            assertThat(box().value(Boxes.SIZE)).isEqualTo(uint32(7));
        }

        @Test
        void thatIsEmptyChangesNothing() throws CimException {
            CimInstance before = box();
            modify(saying(RED), Set.of());

            assertThat(box()).isEqualTo(before);
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.8")
    class IsRefused {
        @Test
        void whereTheClassOfPathAndInstanceDiffer() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> modify(CimInstance.of(Boxes.CRATE).build(), null),
                    "Test_Crate",
                    "Test_Box");
        }

        @Test
        void whereAKeyWouldChange() {
            assertFails(CimStatus.INVALID_PARAMETER, () -> modify(Boxes.box("b"), null), "key Id");
        }

        @Test
        void forWhatTheClassDoesNotHaveAndWhatIsOfAnotherType() {
            assertFails(CimStatus.INVALID_PARAMETER, () -> modify(saying(), Set.of(name("Colour"))), "Colour");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> modify(saying(CimProperty.of(name("Colour"), text("red"))), null),
                    "Colour");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> modify(saying(CimProperty.of(Boxes.SIZE, uint16(1))), null),
                    "uint32");
        }

        @Test
        void whereWhatIsRequiredWouldBeNull() {
            CimProperty none = new CimProperty(Boxes.LABEL, CimDataType.of(CimType.STRING), null, null);

            assertFails(CimStatus.INVALID_PARAMETER, () -> modify(saying(none), null), "required");
        }

        @Test
        void byClassBeforeInstance() {
            CimInstance nothing = CimInstance.of(name("Test_None")).build();
            CimInstancePath lost = CimInstancePath.of(name("Test_None"), Boxes.ID, "a");

            assertFails(CimStatus.INVALID_CLASS, () -> server.execute(new ModifyInstance(VIRT, lost, nothing, null)));
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> server.execute(new ModifyInstance(VIRT, Boxes.path("b"), saying(RED), null)),
                    "Id=\"b\"");
        }

        @Test
        void whereTheProviderDoesNotOfferIt() {
            CimInstance system = CimInstance.of(FleetNames.COMPUTER_SYSTEM)
                    .with(FleetNames.ELEMENT_NAME, "x")
                    .build();

            assertFails(
                    CimStatus.NOT_SUPPORTED,
                    () -> server.execute(new ModifyInstance(VIRT, Fleet.system("web-1"), system, null)));
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> server.execute(new ModifyInstance(VIRT, Fleet.system("web-2"), system, null)));
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.4")
    class Delete {
        private void delete(CimInstancePath path) throws CimException {
            server.execute(new DeleteInstance(VIRT, path));
        }

        @Test
        void removesTheInstanceSoThatItCanBeMadeAgain() throws CimException {
            delete(A);

            assertFails(CimStatus.NOT_FOUND, () -> box());
            assertThat(server.execute(new EnumerateInstanceNames(VIRT, Boxes.THING))
                            .toList())
                    .isEmpty();
            Boxes.create(server, Boxes.box("a"));
            assertThat(box().value(Boxes.SIZE)).isEqualTo(uint32(1));
        }

        @Test
        void isRefusedInTheOrderOfTheStandard() {
            assertFails(CimStatus.INVALID_NAMESPACE, () -> server.execute(new DeleteInstance(CimNamespace.of("x"), A)));
            assertFails(CimStatus.INVALID_CLASS, () -> delete(CimInstancePath.of(name("No"), Boxes.ID, "a")));
            assertFails(CimStatus.INVALID_PARAMETER, () -> delete(CimInstancePath.of(Boxes.BOX)));
            assertFails(CimStatus.NOT_FOUND, () -> delete(Boxes.path("b")));
            assertFails(CimStatus.NOT_FOUND, () -> delete(Fleet.system("web-2")));
            assertFails(CimStatus.NOT_SUPPORTED, () -> delete(Fleet.system("web-1")));
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.18")
    class GetOneProperty {
        @Test
        void givesItAsTheClassDeclaresIt() throws CimException {
            CimProperty size = server.execute(new GetProperty(VIRT, A, name("SIZE")));

            assertThat(size).isEqualTo(new CimProperty(Boxes.SIZE, CimDataType.of(CimType.UINT32), uint32(3), null));
            assertThat(server.execute(new GetProperty(VIRT, Fleet.system("web-1"), FleetNames.ELEMENT_NAME))
                            .value())
                    .isEqualTo(text("web-1"));
        }

        @Test
        void isRefusedInTheOrderOfTheStandard() {
            CimName none = name("None");

            assertFails(
                    CimStatus.INVALID_CLASS,
                    () -> server.execute(new GetProperty(VIRT, CimInstancePath.of(none, none, "a"), none)));
            assertFails(CimStatus.NOT_FOUND, () -> server.execute(new GetProperty(VIRT, Boxes.path("b"), none)));
            assertFails(CimStatus.NO_SUCH_PROPERTY, () -> server.execute(new GetProperty(VIRT, A, none)), "None");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.19")
    class SetOneProperty {
        private void set(CimInstancePath path, CimName property, @Nullable CimValue value) throws CimException {
            server.execute(new SetProperty(VIRT, path, property, value));
        }

        @Test
        void changesIt() throws CimException {
            set(A, Boxes.SIZE, new CimValue.Lexical("44"));
            assertThat(box().value(Boxes.SIZE)).isEqualTo(uint32(44));
            set(A, Boxes.SIZE, null);
            assertThat(box().value(Boxes.SIZE)).isNull();
            assertThat(box().text(Boxes.LABEL)).isEqualTo("old");
        }

        @Test
        void isRefusedInTheOrderOfTheStandard() {
            CimName none = name("None");

            assertFails(CimStatus.INVALID_CLASS, () -> set(CimInstancePath.of(none, none, "a"), none, text("x")));
            assertFails(CimStatus.NOT_FOUND, () -> set(Boxes.path("b"), none, text("x")));
            assertFails(CimStatus.NO_SUCH_PROPERTY, () -> set(A, none, text("x")), "None");
            assertFails(CimStatus.TYPE_MISMATCH, () -> set(A, Boxes.SIZE, text("big")), "uint32");
            assertFails(CimStatus.INVALID_PARAMETER, () -> set(A, Boxes.ID, text("b")), "key");
            assertFails(CimStatus.NOT_SUPPORTED, () -> set(Fleet.system("web-1"), FleetNames.ELEMENT_NAME, text("x")));
        }
    }
}
