package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.reference;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestSchema;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.6")
class CreateInstanceTest {
    private final TestServer server = TestServer.of(new Fleet().with("web-1", 2));

    private CimInstancePath create(CimInstance instance) throws CimException {
        return Boxes.create(server, instance);
    }

    @Nested
    class AnInstanceThatWasMade {
        @Test
        void isAtThePathThatItsKeysMake() throws CimException {
            assertThat(create(Boxes.box("a"))).isEqualTo(TestServer.full(Boxes.path("a")));
            assertThat(Boxes.get(server, Boxes.path("a")).path()).isEqualTo(TestServer.full(Boxes.path("a")));
        }

        @Test
        void hasEveryPropertyOfItsClassAndTheDefaultsOfWhatWasNotGiven() throws CimException {
            create(Boxes.box("a", CimProperty.of(name("open"), bool(true))));

            CimInstance made = Boxes.get(server, Boxes.path("a"));
            assertThat(made.properties())
                    .extracting(CimProperty::name)
                    .isEqualTo(TestSchema.classes().find(Boxes.BOX).properties().stream()
                            .map(property -> property.name())
                            .toList());
            assertThat(made.value(Boxes.SIZE)).isEqualTo(uint32(7));
            assertThat(made.text(Boxes.LABEL)).isEqualTo("none");
            assertThat(made.property(name("Open")).name()).hasToString("Open");
            assertThat(made.value(name("Notes"))).isNull();
        }

        @Test
        void canHaveNullWhereTheClassHasADefault() throws CimException {
            create(Boxes.box("a", new CimProperty(Boxes.SIZE, CimDataType.of(CimType.UINT32), null, null)));

            assertThat(Boxes.get(server, Boxes.path("a")).value(Boxes.SIZE)).isNull();
        }

        @Test
        void isTypedAsDeclaredWhereTheCallerSaidNoType() throws CimException {
            create(Boxes.box(
                    "a",
                    new CimProperty(Boxes.SIZE, CimDataType.of(CimType.STRING), new CimValue.Lexical("12"), null)));

            assertThat(Boxes.get(server, Boxes.path("a")).value(Boxes.SIZE)).isEqualTo(uint32(12));
        }

        @Test
        void isAmongTheInstancesOfItsSuperclassesInTheOrderOfMaking() throws CimException {
            create(Boxes.box("b"));
            create(Boxes.box("a"));
            create(CimInstance.of(Boxes.CRATE).with(Boxes.ID, "c").build());

            assertThat(server.execute(new EnumerateInstanceNames(FleetNames.ROOT_VIRT, Boxes.THING))
                            .toList())
                    .extracting(path -> path.text(Boxes.ID))
                    .containsExactly("b", "a", "c");
            assertThat(server.execute(new EnumerateInstances(FleetNames.ROOT_VIRT, Boxes.BOX, false, InstanceView.ALL))
                            .toList())
                    .hasSize(3)
                    .allSatisfy(box -> assertThat(box.property(name("Corners"))).isNull());
        }

        @Test
        void isInItsNamespaceOnly() throws CimException {
            create(Boxes.box("a"));

            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> server.execute(new GetInstance(FleetNames.ROOT_INTEROP, Boxes.path("a"), InstanceView.ALL)));
        }

        @Test
        void showsWhatIsAskedForAndClassOrigins() throws CimException {
            create(CimInstance.of(Boxes.CRATE).with(Boxes.ID, "c").build());
            InstanceView view = new InstanceView(Set.of(name("corners"), Boxes.LABEL), true);

            assertThat(server.execute(new GetInstance(
                                    FleetNames.ROOT_VIRT, CimInstancePath.of(Boxes.CRATE, Boxes.ID, "c"), view))
                            .properties())
                    .extracting(property -> property.name() + " of " + property.classOrigin())
                    .containsExactly("Label of Test_Box", "Corners of Test_Crate");
        }

        @Test
        void mayBeOfAClassThatNobodyProvidesBesidesOnesThatAreProvided() throws CimException {
            CimInstancePath made = create(CimInstance.of(name("CIM_ConcreteComponent"))
                    .with(name("GroupComponent"), reference(Fleet.system("web-1")))
                    .with(name("PartComponent"), reference(Fleet.host()))
                    .build());

            assertThat(Boxes.get(server, made).path()).isEqualTo(made);
        }
    }

    /** In the order in which DSP0200 has conditions tested. */
    @Nested
    class IsRefused {
        @Test
        void inANamespaceThatDoesNotExist() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(new CreateInstance(CimNamespace.of("x"), Boxes.box("a"))));
        }

        @Test
        void ofAClassThatDoesNotExist() {
            assertFails(
                    CimStatus.INVALID_CLASS,
                    () -> create(CimInstance.of(name("Test_None")).build()),
                    "Test_None");
        }

        @Test
        void ofAnAbstractClassOrAnIndication() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(CimInstance.of(Boxes.THING).with(Boxes.ID, "a").build()),
                    "abstract");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(CimInstance.of(name("Test_Alarm")).build()),
                    "indication");
        }

        @Test
        void withAPropertyThatTheClassDoesNotHaveOrTwice() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(Boxes.box("a", CimProperty.of(name("Colour"), text("red")))),
                    "Colour");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(Boxes.box(
                            "a", CimProperty.of(Boxes.SIZE, uint32(1)), CimProperty.of(name("SIZE"), uint32(2)))),
                    "twice");
        }

        @Test
        void withAValueOrANullOfAnotherType() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(Boxes.box("a", CimProperty.of(Boxes.SIZE, uint16(1)))),
                    "Size",
                    "uint32");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(
                            Boxes.box("a", new CimProperty(Boxes.SIZE, CimDataType.of(CimType.STRING), null, null))),
                    "Size",
                    "uint32");
        }

        @Test
        void withoutAKey() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(CimInstance.of(Boxes.BOX)
                            .with(Boxes.SIZE, uint32(1))
                            .build()),
                    "key Id");
        }

        @Test
        void withNullWhereAValueIsRequired() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(
                            Boxes.box("a", new CimProperty(Boxes.LABEL, CimDataType.of(CimType.STRING), null, null))),
                    "Label",
                    "required");
        }

        @Test
        void withANumberThatCannotBeKept() {
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> create(Boxes.box(
                            "a", CimProperty.of(name("Weight"), new CimValue.Real(CimType.REAL64, Double.NaN)))),
                    "NaN");
        }

        @Test
        void whereThereIsOneAlready() throws CimException {
            create(Boxes.box("a"));

            assertFails(CimStatus.ALREADY_EXISTS, () -> create(Boxes.box("a")), "Id=\"a\"");
        }

        @Test
        void whereItsProviderDoesNotOfferIt() {
            assertFails(
                    CimStatus.NOT_SUPPORTED,
                    () -> create(CimInstance.of(FleetNames.COMPUTER_SYSTEM)
                            .with(List.of())
                            .build()),
                    "Telvirt_ComputerSystem");
            assertFails(
                    CimStatus.NOT_SUPPORTED,
                    () -> create(CimInstance.of(FleetNames.HOSTED_SERVICE).build()));
        }
    }
}
