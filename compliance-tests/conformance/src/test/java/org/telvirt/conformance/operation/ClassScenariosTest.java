package org.telvirt.conformance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.traceability.Requirement;

class ClassScenariosTest extends Scenarios {
    private static final CimName LEAF = CimName.of("TST_Leaf");

    private static CimClass leaf(String body) {
        return Model.declared("class TST_Leaf { " + body + " };").get(0);
    }

    private CimClass get(CimName name, ClassView view) throws CimException {
        return execute(new GetClass(namespace, name, view));
    }

    @Nested
    @Requirement({"DSP0200 5.4.2.5", "DSP0200 5.4.2.1"})
    class Create {
        @Test
        void givesTheSubclassWhatItInheritsAndSaysWhereFrom() throws CimException {
            CimClass special = get(Model.SPECIAL_THING, ClassView.ALL);

            assertThat(special.properties()).hasSize(12);
            CimPropertyDeclaration id = special.property(Model.ID);
            CimPropertyDeclaration note = special.property(Model.NOTE);
            assertThat(id.classOrigin()).isEqualTo(Model.THING);
            assertThat(id.propagated()).isTrue();
            assertThat(id.isKey()).isTrue();
            assertThat(note.classOrigin()).isEqualTo(Model.THING);
            assertThat(note.propagated()).isFalse();
            assertThat(note.defaultValue()).isEqualTo(CimValues.text("special"));
            assertThat(special.property(Model.EXTRA).classOrigin()).isEqualTo(Model.SPECIAL_THING);
        }

        @Test
        void showsWhatTheClassItselfDeclaresIfAskedFor() throws CimException {
            assertThat(get(Model.SPECIAL_THING, new ClassView(true, true, false, null))
                            .properties())
                    .extracting(CimPropertyDeclaration::name)
                    .containsExactlyInAnyOrder(Model.EXTRA, Model.NOTE);
        }

        @Test
        void keepsMethodsWithAllKindsOfParameters() throws CimException {
            CimClass declared = leaf("""
                    [Key] string ID;
                    [Static] uint32 Work([In, Required] string What, [In(false), Out] TST_Leaf REF Made,
                        uint16 Numbers[], TST_Leaf REF Others[], [EmbeddedInstance("TST_Leaf")] string Setting);
                    """);
            execute(new CreateClass(namespace, declared));

            assertThat(get(LEAF, ClassView.ALL).methods())
                    .singleElement()
                    .satisfies(method -> assertThat(method.parameters())
                            .isEqualTo(declared.methods().get(0).parameters()));
        }

        @Test
        void refusesASecondOneABadSuperclassAndABrokenRule() throws CimException {
            execute(new CreateClass(namespace, leaf("[Key] string ID;")));

            refused(CimStatus.ALREADY_EXISTS, new CreateClass(namespace, leaf("[Key] string ID;")), "TST_Leaf");
            refused(
                    CimStatus.INVALID_SUPERCLASS,
                    new CreateClass(
                            namespace,
                            new CimClass(
                                    CimName.of("TST_Orphan"),
                                    CimName.of("TST_Nobody"),
                                    List.of(),
                                    List.of(),
                                    List.of())),
                    "TST_Nobody");
            CimPropertyDeclaration notAnOverride =
                    leaf("uint32 ID;").properties().get(0);
            refused(
                    CimStatus.INVALID_PARAMETER,
                    new CreateClass(
                            namespace,
                            new CimClass(CimName.of("TST_Wrong"), LEAF, List.of(), List.of(notAnOverride), List.of())),
                    "ID");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.7")
    class Modify {
        @Test
        void replacesWhatTheClassDeclares() throws CimException {
            execute(new CreateClass(namespace, leaf("[Key] string ID; string Old;")));

            execute(new ModifyClass(namespace, leaf("[Key] string ID; uint8 Fresh;")));

            assertThat(get(LEAF, ClassView.ALL).properties())
                    .extracting(CimPropertyDeclaration::name)
                    .containsExactlyInAnyOrder(Model.ID, CimName.of("Fresh"));
        }

        @Test
        void refusesClassesThatAreNotThereOrInUse() throws CimException {
            refused(CimStatus.NOT_FOUND, new ModifyClass(namespace, leaf("[Key] string ID;")), "TST_Leaf");
            refused(
                    CimStatus.CLASS_HAS_CHILDREN,
                    new ModifyClass(namespace, Model.classes().get(0)),
                    "TST_Thing");
        }
    }

    @Nested
    @Requirement("DSP0200 5.4.2.3")
    class Delete {
        @Test
        void removesTheClass() throws CimException {
            execute(new DeleteClass(namespace, Model.SPECIAL_THING));

            refused(CimStatus.NOT_FOUND, new GetClass(namespace, Model.SPECIAL_THING, ClassView.ALL), "TST_Special");
            refused(CimStatus.NOT_FOUND, new DeleteClass(namespace, Model.SPECIAL_THING), "TST_Special");
        }

        @Test
        void refusesWhileThereAreSubclassesOrInstances() throws CimException {
            refused(CimStatus.CLASS_HAS_CHILDREN, new DeleteClass(namespace, Model.THING), "TST_SpecialThing");

            var path = create(Model.part(1, "o"));
            refused(CimStatus.CLASS_HAS_INSTANCES, new DeleteClass(namespace, Model.PART), "TST_Part");
            execute(new DeleteInstance(namespace, path));
            execute(new DeleteClass(namespace, Model.HOLDS));
            execute(new DeleteClass(namespace, Model.PART));
        }
    }

    @Nested
    @Requirement({"DSP0200 5.4.2.9", "DSP0200 5.4.2.10"})
    class Enumerate {
        @Test
        void namesRootsChildrenAndDescendants() throws CimException {
            assertThat(names(null, false)).contains(Model.THING, Model.PART).doesNotContain(Model.SPECIAL_THING);
            assertThat(names(null, true)).contains(Model.THING, Model.SPECIAL_THING);
            assertThat(names(Model.THING, false)).containsExactly(Model.SPECIAL_THING);
            assertThat(names(Model.SPECIAL_THING, true)).isEmpty();
            refused(CimStatus.INVALID_CLASS, new EnumerateClassNames(namespace, Model.UNKNOWN, true));
        }

        private List<CimName> names(CimName below, boolean deep) throws CimException {
            return execute(new EnumerateClassNames(namespace, below, deep)).toList();
        }

        @Test
        void answersTheSameClassesAsGetClass() throws CimException {
            for (CimClass each : execute(new EnumerateClasses(namespace, null, true, ClassView.ALL))
                    .toList()) {
                assertThat(each).isEqualTo(get(each.name(), ClassView.ALL));
            }
        }
    }
}
