package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.traceability.Requirement;

class InstanceScenariosTest extends Scenarios {
    private static final CimNamespace NOWHERE = CimNamespace.of("root/nowhere");

    private static CimInstance with(CimInstance instance, CimName name, CimDataType type, @Nullable CimValue value) {
        return instance.withProperties(
                Stream.concat(instance.properties().stream(), Stream.of(new CimProperty(name, type, value, null)))
                        .toList());
    }

    private static CimInstance note(@Nullable String text) {
        return with(
                CimInstance.of(Model.THING).build(),
                Model.NOTE,
                CimDataType.of(CimType.STRING),
                text == null ? null : CimValues.text(text));
    }

    @Nested
    @Requirement("DSP0200 5.4.2.6")
    class Create {
        @Test
        void answersThePathAndFillsInTheDefaultsOfTheClass() throws CimException {
            CimInstancePath path = create(Model.thing("a"));

            assertThat(bare(path)).isEqualTo(Model.path(Model.THING, "a"));
            CimInstance made = get(path);
            assertThat(made.text(Model.NOTE)).isEqualTo("new");
            assertThat(value(made, "Flag")).isEqualTo(CimValues.bool(true));
            assertThat(made.value(Model.BIG)).isNull();
            assertThat(made.properties()).hasSize(11);
        }

        @Test
        void keepsTheLimitsOfEveryType() throws CimException {
            CimInstance given = CimInstance.of(Model.THING)
                    .with(Model.ID, " <&>\"'\r\n\t€\uD83D\uDE00 ")
                    .with(Model.NOTE, "")
                    .with(Model.BIG, CimValues.uint64(-1))
                    .with(CimName.of("Small"), new CimValue.Int(CimType.SINT8, -128))
                    .with(CimName.of("Ratio"), new CimValue.Real(CimType.REAL64, Double.MIN_VALUE))
                    .with(CimName.of("Letter"), new CimValue.Char('\u00e4'))
                    .with(CimName.of("When"), CimValues.dateTime(new CimDateTime("20261123120000.123456+060")))
                    .with(CimName.of("Bytes"), new CimValue.Array(CimType.UINT8, List.of()))
                    .with(CimName.of("Words"), CimValues.texts("", " a ", "b,c"))
                    .with(CimName.of("Inner"), CimValues.embedded(Model.thing("inside")))
                    .build();

            CimInstance made = get(create(given));

            given.properties().stream()
                    .filter(property -> !property.name().toString().equals("Inner"))
                    .forEach(property -> assertThat(made.value(property.name()))
                            .as(property.name().toString())
                            .isEqualTo(property.value()));
            assertThat(value(made, "Inner"))
                    .isInstanceOfSatisfying(
                            CimValue.Embedded.class,
                            inner -> assertThat(((CimInstance) inner.object()).text(Model.ID))
                                    .isEqualTo("inside"));
        }

        @Test
        void refusesASecondOneWithTheSameKey() throws CimException {
            create(Model.thing("a"));

            refused(CimStatus.ALREADY_EXISTS, new CreateInstance(namespace, Model.thing("a")), "a");
        }

        @Test
        void refusesWhatTheClassDoesNotAllow() {
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new CreateInstance(
                            namespace,
                            CimInstance.of(Model.IDEA).with(Model.ID, "a").build()),
                    "TST_Idea",
                    "abstract");
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new CreateInstance(
                            namespace,
                            with(
                                    Model.thing("a"),
                                    CimName.of("Colour"),
                                    CimDataType.of(CimType.STRING),
                                    CimValues.text("red"))),
                    "Colour");
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new CreateInstance(
                            namespace,
                            with(Model.thing("a"), Model.BIG, CimDataType.of(CimType.STRING), CimValues.text("many"))),
                    "Big");
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new CreateInstance(namespace, CimInstance.of(Model.THING).build()),
                    "ID");
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new CreateInstance(
                            namespace,
                            CimInstance.of(Model.PART)
                                    .with(CimName.of("Number"), CimValues.uint32(1))
                                    .with(CimName.of("Owner"), "o")
                                    .build()),
                    "Label");
            refused(
                    CimStatus.INVALID_CLASS,
                    new CreateInstance(
                            namespace,
                            CimInstance.of(Model.UNKNOWN).with(Model.ID, "a").build()),
                    "TST_Unknown");
            refused(CimStatus.INVALID_NAMESPACE, new CreateInstance(NOWHERE, Model.thing("a")), "root/nowhere");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.8")
    class Modify {
        private CimInstancePath path;

        @BeforeEach
        void makeAThing() throws CimException {
            path = create(CimInstance.of(Model.THING)
                    .with(Model.ID, "a")
                    .with(Model.NOTE, "old")
                    .with(Model.BIG, CimValues.uint64(7))
                    .build());
        }

        @Test
        void changesWhatTheInstanceListsAndNothingElse() throws CimException {
            execute(new ModifyInstance(namespace, path, note("changed"), null));

            assertThat(get(path).text(Model.NOTE)).isEqualTo("changed");
            assertThat(get(path).value(Model.BIG)).isEqualTo(CimValues.uint64(7));
        }

        @Test
        void setsNull() throws CimException {
            execute(new ModifyInstance(namespace, path, note(null), null));

            assertThat(get(path).value(Model.NOTE)).isNull();
        }

        @Test
        void changesOnlyWhatThePropertyListNames() throws CimException {
            CimInstance both = with(note("changed"), Model.BIG, CimDataType.of(CimType.UINT64), CimValues.uint64(8));

            execute(new ModifyInstance(namespace, path, both, Set.of(Model.BIG)));

            assertThat(get(path).text(Model.NOTE)).isEqualTo("old");
            assertThat(get(path).value(Model.BIG)).isEqualTo(CimValues.uint64(8));
        }

        @Test
        void givesAListedPropertyThatTheInstanceLacksTheDefaultOfTheClass() throws CimException {
            execute(new ModifyInstance(
                    namespace, path, CimInstance.of(Model.THING).build(), Set.of(Model.NOTE, Model.BIG)));

            assertThat(get(path).text(Model.NOTE)).isEqualTo("new");
            assertThat(get(path).value(Model.BIG)).isNull();
        }

        @Test
        void changesNothingForAnEmptyPropertyList() throws CimException {
            CimInstance before = get(path);

            execute(new ModifyInstance(namespace, path, note("changed"), Set.of()));

            assertThat(get(path)).isEqualTo(before);
        }

        @Test
        void acceptsTheKeysUnchanged() throws CimException {
            execute(new ModifyInstance(
                    namespace,
                    path,
                    with(note("changed"), Model.ID, CimDataType.of(CimType.STRING), CimValues.text("a")),
                    null));

            assertThat(get(path).text(Model.NOTE)).isEqualTo("changed");
        }

        @Test
        void refusesAnotherKey() {
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new ModifyInstance(
                            namespace,
                            path,
                            with(note("changed"), Model.ID, CimDataType.of(CimType.STRING), CimValues.text("b")),
                            null),
                    "ID");
        }

        @Test
        void refusesAnUnknownPropertyAndChangesNothing() throws CimException {
            CimInstance before = get(path);
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new ModifyInstance(
                            namespace,
                            path,
                            with(
                                    note("changed"),
                                    CimName.of("Colour"),
                                    CimDataType.of(CimType.STRING),
                                    CimValues.text("red")),
                            null),
                    "Colour");
            assertThat(get(path)).isEqualTo(before);
        }

        @Test
        void refusesAnInstanceThatIsNotThere() {
            refused(
                    CimStatus.NOT_FOUND,
                    new ModifyInstance(namespace, Model.path(Model.THING, "none"), note("x"), null),
                    "none");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.4")
    class Delete {
        @Test
        void removesTheInstance() throws CimException {
            CimInstancePath path = create(Model.thing("a"));

            execute(new DeleteInstance(namespace, path));

            refused(CimStatus.NOT_FOUND, new GetInstance(namespace, path, InstanceView.ALL), "a");
            refused(CimStatus.NOT_FOUND, new DeleteInstance(namespace, path), "a");
        }

        @Test
        void refusesClassesThatAreNotThere() {
            refused(
                    CimStatus.INVALID_CLASS,
                    new DeleteInstance(namespace, Model.path(Model.UNKNOWN, "a")),
                    "TST_Unknown");
        }
    }

    @Nested
    @Requirement({"DSP0200 5.4.2.2", "DSP0200 5.4.2.11", "DSP0200 5.4.2.12"})
    class Read {
        @BeforeEach
        void makeSome() throws CimException {
            create(Model.thing("a"));
            create(Model.thing("b"));
            create(CimInstance.of(Model.SPECIAL_THING)
                    .with(Model.ID, "c")
                    .with(Model.EXTRA, CimValues.uint16(9))
                    .build());
        }

        @Test
        void getsOnlyTheListedPropertiesAndIgnoresUnknownNames() throws CimException {
            CimInstance got = execute(new GetInstance(
                    namespace,
                    Model.path(Model.THING, "a"),
                    new InstanceView(Set.of(Model.NOTE, CimName.of("Colour")), false)));

            assertThat(got.properties()).extracting(CimProperty::name).containsExactly(Model.NOTE);
        }

        @Test
        void getsNoPropertyForAnEmptyList() throws CimException {
            assertThat(execute(new GetInstance(
                                    namespace, Model.path(Model.THING, "a"), new InstanceView(Set.of(), false)))
                            .properties())
                    .isEmpty();
        }

        @Test
        void includesInstancesOfSubclassesAndTheirOwnPropertiesOnlyIfAskedFor() throws CimException {
            List<CimInstance> deep = execute(new EnumerateInstances(namespace, Model.THING, true, InstanceView.ALL))
                    .toList();
            List<CimInstance> flat = execute(new EnumerateInstances(namespace, Model.THING, false, InstanceView.ALL))
                    .toList();

            assertThat(ids(deep)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(ids(flat)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(deep)
                    .filteredOn(one -> one.property(Model.EXTRA) != null)
                    .hasSize(1);
            assertThat(flat).allMatch(one -> one.property(Model.EXTRA) == null);
        }

        @Test
        void namesTheSameInstancesThatItEnumerates() throws CimException {
            List<CimInstancePath> names = execute(new EnumerateInstanceNames(namespace, Model.THING)).toList().stream()
                    .map(Scenarios::bare)
                    .toList();

            assertThat(names)
                    .containsExactlyInAnyOrder(
                            Model.path(Model.THING, "a"),
                            Model.path(Model.THING, "b"),
                            Model.path(Model.SPECIAL_THING, "c"));
        }

        @Test
        void findsAnInstanceWhateverTheOrderAndCaseOfItsKeys() throws CimException {
            create(Model.part(3, "o"));
            CimInstance got = get(CimInstancePath.of(
                    CimName.of("tst_PART"),
                    new CimKey(CimName.of("OWNER"), CimValues.text("o")),
                    new CimKey(CimName.of("number"), CimValues.uint32(3))));

            assertThat(got.text(Model.LABEL)).isEqualTo("part 3");
        }

        @Test
        void refusesKeysThatTheClassDoesNotHave() {
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new GetInstance(
                            namespace, CimInstancePath.of(Model.THING, CimName.of("Colour"), "red"), InstanceView.ALL));
        }
    }
}
