package org.telvirt.cimom.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestSchema;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.MethodProvider;
import org.telvirt.provider.ProviderSet;

class SpacesTest {
    private static InstanceProvider instances(String className) {
        return new FixedInstances(name(className), List.of());
    }

    private static Spaces with(List<InstanceProvider> instances, AssociationProvider... associations) {
        return with(new ProviderSet(Set.of(FleetNames.ROOT_VIRT), instances, List.of(associations), List.of()));
    }

    private static Spaces with(ProviderSet set) {
        return Spaces.of(TestServer.schemas(), List.of(set));
    }

    @Nested
    class AProviderIsRefused {
        private void assertRefused(String why, InstanceProvider... providers) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(List.of(providers)))
                    .withMessageContaining(why);
        }

        @Test
        void ifItsClassDoesNotExist() {
            assertRefused("CIM_Nothing", instances("CIM_Nothing"));
        }

        @Test
        void ifItsClassIsAbstract() {
            assertRefused("CIM_System is abstract", instances("CIM_System"));
        }

        @Test
        void ifItsClassIsAnAssociation() {
            assertRefused("CIM_SystemDevice is an association", instances("CIM_SystemDevice"));
        }

        @Test
        void ifAnotherHasTheSameClass() {
            assertRefused("Two providers", instances("Test_Gauge"), instances("test_gauge"));
        }

        @Test
        void ifItLinksByAnotherReferenceOrClassThanDeclared() {
            Associations.From link = Associations.of(FleetNames.SETTINGS_DEFINE_STATE);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(
                            List.of(),
                            link.from(name("Element"), instances("Test_Gauge"))
                                    .to(name("SettingData"), instances("CIM_VirtualSystemSettingData"))
                                    .everyToEvery()))
                    .withMessageContaining("no reference 'Element'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(
                            List.of(),
                            link.from(name("ManagedElement"), instances("Test_Gauge"))
                                    .to(name("SettingData"), instances("CIM_VirtualSystemSettingData"))
                                    .everyToEvery()))
                    .withMessageContaining("a Test_Gauge is none");
        }

        @Test
        void ifItLinksToANamespaceThatDoesNotExist() {
            InstanceProvider gauges = instances("Test_Gauge");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(
                            List.of(gauges),
                            Associations.of(FleetNames.NEXT_GAUGE)
                                    .from(name("Earlier"), gauges)
                                    .to(name("Later"), gauges, CimNamespace.of("root/lost"))
                                    .everyToEvery()))
                    .withMessageContaining("root/lost");
        }

        @Test
        void ifItsAssociationIsAbstractOrNone() {
            InstanceProvider gauges = instances("Test_Gauge");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(
                            List.of(),
                            Associations.of(name("CIM_Dependency"))
                                    .from(name("Antecedent"), gauges)
                                    .to(name("Dependent"), gauges)
                                    .everyToEvery()))
                    .withMessageContaining("CIM_Dependency is no association that can have instances");
        }

        @Test
        void ifItPerformsAMethodThatIsNotDeclared() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(new ProviderSet(
                            Set.of(FleetNames.ROOT_VIRT), List.of(), List.of(), List.of(new Explode("Explode")))))
                    .withMessageContaining("no method 'Explode'");
        }

        @Test
        void ifItPerformsAMethodThatAnotherPerforms() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(new ProviderSet(
                            Set.of(FleetNames.ROOT_VIRT),
                            List.of(),
                            List.of(),
                            List.of(new Explode("Reset"), new Explode("reset")))))
                    .withMessageContaining("Two providers perform Test_Gauge.reset");
        }
    }

    @Test
    void aNameBelongsToOneNamespace() {
        Schema schema = new Schema(FleetNames.ROOT_VIRT, TestSchema.classes());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestServer.schemas().with(schema))
                .withMessageContaining("root/virt");
        assertThat(Schemas.none().with(schema, CimNamespace.of("Virt")).names()).hasToString("[root/virt, Virt]");
    }

    private record Explode(String method) implements MethodProvider {
        @Override
        public CimName className() {
            return FleetNames.GAUGE;
        }

        @Override
        public Set<CimName> methods() {
            return Set.of(name(method));
        }

        @Override
        public MethodResult invoke(CimObjectPath target, CimName name, Arguments arguments, CallContext context) {
            return new MethodResult(null, List.of());
        }
    }
}
