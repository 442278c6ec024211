package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestSchema;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

class ClassesTest {
    private final TestServer server = TestServer.of(new Fleet());

    @Nested
    @Requirement("DSP0200 5.4.2.1")
    class Get {
        private CimClass get(String className, ClassView view) throws CimException {
            return server.execute(new GetClass(FleetNames.ROOT_VIRT, name(className), view));
        }

        @Test
        void givesTheWholeClassIfAllIsAskedFor() throws CimException {
            assertThat(get("telvirt_computersystem", ClassView.ALL))
                    .isEqualTo(TestSchema.classes().find(FleetNames.COMPUTER_SYSTEM));
        }

        @Test
        void localOnlyGivesWhatTheClassDefinesOrOverrides() throws CimException {
            CimClass local = get("CIM_ComputerSystem", ClassView.DEFAULT);

            assertThat(local.properties())
                    .extracting(property -> property.name().toString())
                    .contains("NameFormat", "Dedicated")
                    .doesNotContain("ElementName", "EnabledState");
            assertThat(local.methods())
                    .extracting(method -> method.name().toString())
                    .containsExactly("SetPowerState");
            assertThat(local.qualifiers()).noneMatch(qualifier -> qualifier.propagated());
        }

        @Test
        void withoutQualifiersGivesNoneAtAll() throws CimException {
            CimClass bare = get("CIM_ComputerSystem", new ClassView(false, false, true, null));

            assertThat(bare.qualifiers()).isEmpty();
            assertThat(bare.properties())
                    .allMatch(property -> property.qualifiers().isEmpty());
            assertThat(bare.methods())
                    .isNotEmpty()
                    .allMatch(method -> method.qualifiers().isEmpty())
                    .flatExtracting(method -> method.parameters())
                    .allMatch(parameter -> parameter.qualifiers().isEmpty());
        }

        @Test
        void givesClassOriginsOnlyIfAskedFor() throws CimException {
            assertThat(get("CIM_ComputerSystem", new ClassView(false, true, false, null))
                            .properties())
                    .allMatch(property -> property.classOrigin() == null);
            assertThat(get("CIM_ComputerSystem", new ClassView(false, true, true, null))
                            .property(FleetNames.ELEMENT_NAME)
                            .classOrigin())
                    .hasToString("CIM_ManagedElement");
        }

        @Test
        void propertyListLimitsPropertiesOnly() throws CimException {
            CimClass some =
                    get("CIM_ComputerSystem", new ClassView(false, true, true, Set.of(name("NAME"), name("Nobody"))));

            assertThat(some.properties())
                    .extracting(property -> property.name())
                    .containsExactly(FleetNames.NAME);
            assertThat(some.methods()).isNotEmpty();
            assertThat(get("CIM_ComputerSystem", new ClassView(false, true, true, Set.of()))
                            .properties())
                    .isEmpty();
        }

        @Test
        void ofAnUnknownClassIsNotFound() {
            assertFails(CimStatus.NOT_FOUND, () -> get("CIM_Nothing", ClassView.ALL), "CIM_Nothing", "root/virt");
        }

        @Test
        void inAnUnknownNamespaceIsInvalidNamespace() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(new GetClass(CimNamespace.of("x"), name("CIM_Nothing"), ClassView.ALL)));
        }
    }

    @Nested
    @Requirement({"DSP0200 5.4.2.9", "DSP0200 5.4.2.10"})
    class Enumerate {
        private List<String> names(@Nullable String className, boolean deep) throws CimException {
            CimName name = className == null ? null : name(className);
            return server.execute(new EnumerateClassNames(FleetNames.ROOT_VIRT, name, deep))
                    .map(CimName::toString)
                    .toList();
        }

        @Test
        void shallowGivesTheDirectSubclasses() throws CimException {
            assertThat(names("CIM_System", false))
                    .contains("CIM_ComputerSystem")
                    .doesNotContain("CIM_System");
            assertThat(names("CIM_EnabledLogicalElement", false)).doesNotContain("CIM_ComputerSystem");
        }

        @Test
        void deepGivesAllDescendantsWithoutTheClassItself() throws CimException {
            assertThat(names("CIM_EnabledLogicalElement", true))
                    .contains("CIM_ComputerSystem", "Telvirt_HostSystem")
                    .doesNotContain("CIM_EnabledLogicalElement", "CIM_ManagedElement");
        }

        @Test
        void withoutClassGivesTheRootsOrAll() throws CimException {
            assertThat(names(null, false))
                    .contains("CIM_ManagedElement", "Test_Gauge")
                    .doesNotContain("CIM_System");
            assertThat(names(null, true)).hasSameSizeAs(TestSchema.classes().classes());
        }

        @Test
        void ofALeafGivesNothing() throws CimException {
            assertThat(names("Telvirt_HostSystem", true)).isEmpty();
        }

        @Test
        void givesClassesTrimmedLikeGetClass() throws CimException {
            List<CimClass> classes = server.execute(
                            new EnumerateClasses(FleetNames.ROOT_VIRT, name("CIM_System"), true, ClassView.DEFAULT))
                    .toList();

            assertThat(classes).isNotEmpty();
            for (CimClass found : classes) {
                assertThat(found)
                        .isEqualTo(server.execute(new GetClass(FleetNames.ROOT_VIRT, found.name(), ClassView.DEFAULT)));
            }
        }

        @Test
        void ofAnUnknownClassIsInvalidClass() {
            assertFails(CimStatus.INVALID_CLASS, () -> names("CIM_Nothing", true), "CIM_Nothing");
        }
    }
}
