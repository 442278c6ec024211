package org.telvirt.cimom.fleet;

import static org.telvirt.cim.CimValues.uint16;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;

/** The providers of a fleet: instances, associations in one namespace and across two, methods. */
final class FleetProviders {
    private final InstanceProvider hosts;
    private final InstanceProvider services;
    private final InstanceProvider profiles;
    private final InstanceProvider computers;
    private final InstanceProvider settings;
    private final Fleet fleet;

    FleetProviders(Fleet fleet) {
        this.fleet = fleet;
        this.hosts = fleet.hosts();
        this.services = fleet.services();
        this.profiles = fleet.profiles();
        this.computers = fleet.computers();
        this.settings = fleet.settings();
    }

    List<ProviderSet> sets() {
        ProviderSet virt = new ProviderSet(
                Set.of(FleetNames.ROOT_VIRT),
                List.of(hosts, services, computers, settings),
                List.of(hostedDependency(), hostedService(), settingsDefineState(), elementSettingData()),
                List.of(new FleetMethods.Service(fleet), new FleetMethods.Computer(fleet)));
        ProviderSet interop = new ProviderSet(Set.of(FleetNames.ROOT_INTEROP), List.of(profiles), List.of(), List.of());
        ProviderSet both = new ProviderSet(
                Set.of(FleetNames.ROOT_INTEROP, FleetNames.ROOT_VIRT), List.of(), List.of(conforms()), List.of());
        return List.of(virt, interop, both);
    }

    private AssociationProvider hostedDependency() {
        return Associations.of(FleetNames.HOSTED_DEPENDENCY)
                .from(FleetNames.ANTECEDENT, hosts)
                .to(FleetNames.DEPENDENT, computers)
                .everyToEvery();
    }

    private AssociationProvider hostedService() {
        return Associations.of(FleetNames.HOSTED_SERVICE)
                .from(FleetNames.ANTECEDENT, hosts)
                .to(FleetNames.DEPENDENT, services)
                .everyToEvery();
    }

    private AssociationProvider settingsDefineState() {
        return Associations.of(FleetNames.SETTINGS_DEFINE_STATE)
                .from(FleetNames.MANAGED_ELEMENT, computers)
                .to(FleetNames.SETTING_DATA_ROLE, settings)
                .oneToOne(
                        (system, context) -> setting("state", system), (setting, context) -> system("state", setting));
    }

    private AssociationProvider elementSettingData() {
        return Associations.of(FleetNames.ELEMENT_SETTING_DATA)
                .from(FleetNames.MANAGED_ELEMENT, computers)
                .to(FleetNames.SETTING_DATA_ROLE, settings)
                .with(CimProperty.of(FleetNames.IS_CURRENT, uint16(1)))
                .oneToMany(
                        (system, context) -> List.of(setting("defined", system)),
                        (setting, context) -> system("defined", setting));
    }

    private AssociationProvider conforms() {
        return Associations.of(FleetNames.ELEMENT_CONFORMS)
                .from(FleetNames.CONFORMANT_STANDARD, profiles, FleetNames.INTEROP)
                .to(FleetNames.MANAGED_ELEMENT, computers, FleetNames.ROOT_VIRT)
                .everyToEvery();
    }

    private static CimInstancePath setting(String kind, CimInstancePath system) {
        return Fleet.setting(kind, String.valueOf(system.text(FleetNames.NAME)));
    }

    private static @Nullable CimInstancePath system(String kind, CimInstancePath setting) {
        String name = Fleet.nameIn(setting, kind);
        return name == null ? null : Fleet.system(name);
    }
}
