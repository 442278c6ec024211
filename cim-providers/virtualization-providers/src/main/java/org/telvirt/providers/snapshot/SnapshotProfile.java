package org.telvirt.providers.snapshot;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.snapshot.SystemSnapshot;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;

/** The snapshot service, its capabilities and those of each system, and the snapshots of each system (DSP1042). */
public final class SnapshotProfile {
    private static final CimName CIM_HOSTED_SERVICE = CimName.of("CIM_HostedService");
    private static final CimName CIM_SERVICE_AFFECTS_ELEMENT = CimName.of("CIM_ServiceAffectsElement");
    private static final CimName AFFECTED_ELEMENT = CimName.of("AffectedElement");
    private static final CimName AFFECTING_ELEMENT = CimName.of("AffectingElement");
    private static final CimName ELEMENT_EFFECTS = CimName.of("ElementEffects");
    private static final int MANAGES = 5;

    private final VirtualizationFacility facility;
    private final Configurations configurations;
    private final InstanceProvider service;
    private final InstanceProvider serviceCapabilities;
    private final InstanceProvider capabilities;
    private final SnapshotMethods methods;

    public SnapshotProfile(VirtualizationFacility facility, Answers answers) {
        this.facility = facility;
        this.configurations = new Configurations(facility);
        this.service = new SoleInstance(
                SnapshotNames.TELVIRT_SERVICE,
                () -> SnapshotServiceMapper.path(facility.host()),
                () -> SnapshotServiceMapper.toInstance(facility.host()));
        this.serviceCapabilities = new SoleInstance(
                SnapshotNames.TELVIRT_SERVICE_CAPABILITIES,
                SnapshotServiceMapper::capabilitiesPath,
                () -> SnapshotServiceMapper.capabilities(
                        facility.host(), facility.snapshots().missing() == null));
        this.capabilities = new SnapshotCapabilitiesProvider(facility);
        this.methods = new SnapshotMethods(facility, answers);
    }

    /** The snapshot service. */
    public InstanceProvider services() {
        return service;
    }

    /**
     * The providers.
     *
     * @param hosts the host of the service
     * @param systems the virtual systems
     * @param settings the tops of the configurations, those of snapshots among them
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider systems, InstanceProvider settings) {
        AssociationProvider hosting = Associations.of(CIM_HOSTED_SERVICE)
                .from(ElementNames.ANTECEDENT, hosts)
                .to(ElementNames.DEPENDENT, service)
                .everyToEvery();
        AssociationProvider affecting = Associations.of(CIM_SERVICE_AFFECTS_ELEMENT)
                .from(AFFECTED_ELEMENT, systems)
                .to(AFFECTING_ELEMENT, service)
                .with(CimProperty.of(ELEMENT_EFFECTS, CimValues.uint16s(MANAGES)))
                .everyToEvery();
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(service, serviceCapabilities, capabilities),
                List.of(
                        hosting,
                        affecting,
                        ofService(),
                        ofSystems(systems),
                        snapshots(systems, settings),
                        lastApplied(systems, settings)),
                List.of(methods));
    }

    private AssociationProvider ofService() {
        return Associations.of(CapabilitiesNames.CIM_ELEMENT_CAPABILITIES)
                .from(CapabilitiesNames.MANAGED_ELEMENT, service)
                .to(CapabilitiesNames.CAPABILITIES, serviceCapabilities)
                .everyToEvery();
    }

    private AssociationProvider ofSystems(InstanceProvider systems) {
        return Associations.of(CapabilitiesNames.CIM_ELEMENT_CAPABILITIES)
                .from(CapabilitiesNames.MANAGED_ELEMENT, systems)
                .to(CapabilitiesNames.CAPABILITIES, capabilities)
                .oneToOne((system, context) -> capabilitiesOf(system), (path, context) -> systemOf(path));
    }

    private static @Nullable CimInstancePath capabilitiesOf(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        return id == null ? null : SnapshotCapabilitiesProvider.path(id);
    }

    private static @Nullable CimInstancePath systemOf(CimInstancePath path) {
        SystemId id = SnapshotCapabilitiesProvider.id(path);
        return id == null ? null : SystemPath.of(id);
    }

    private AssociationProvider snapshots(InstanceProvider systems, InstanceProvider settings) {
        return Associations.of(SnapshotNames.CIM_SNAPSHOT_OF_VIRTUAL_SYSTEM)
                .from(ElementNames.ANTECEDENT, systems)
                .to(ElementNames.DEPENDENT, settings)
                .oneToMany((system, context) -> snapshotsOf(system), (path, context) -> systemOfSnapshot(path));
    }

    private List<CimInstancePath> snapshotsOf(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        return id == null
                ? List.of()
                : configurations.snapshotsOf(id).stream()
                        .map(ConfigurationId::path)
                        .toList();
    }

    private static @Nullable CimInstancePath systemOfSnapshot(CimInstancePath path) {
        ConfigurationId id = ConfigurationId.of(path);
        return id == null || id.snapshot() == null ? null : SystemPath.of(id.system());
    }

    private AssociationProvider lastApplied(InstanceProvider systems, InstanceProvider settings) {
        return Associations.of(SnapshotNames.CIM_LAST_APPLIED_SNAPSHOT)
                .from(ElementNames.ANTECEDENT, settings)
                .to(ElementNames.DEPENDENT, systems)
                .oneToOne((path, context) -> systemThatWentBackTo(path), (system, context) -> lastAppliedTo(system));
    }

    private @Nullable CimInstancePath systemThatWentBackTo(CimInstancePath path) {
        ConfigurationId id = ConfigurationId.of(path);
        if (id == null || id.snapshot() == null) {
            return null;
        }
        SystemSnapshot last = facility.snapshots().lastApplied(id.system());
        return last != null && last.name().equals(id.snapshot()) ? SystemPath.of(id.system()) : null;
    }

    private @Nullable CimInstancePath lastAppliedTo(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        SystemSnapshot last = id == null ? null : facility.snapshots().lastApplied(id);
        return id == null || last == null
                ? null
                : ConfigurationId.ofSnapshot(id, last.name()).path();
    }
}
