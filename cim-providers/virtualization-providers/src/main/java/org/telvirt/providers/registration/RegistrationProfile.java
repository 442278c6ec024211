package org.telvirt.providers.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;

/** The registered profiles and what conforms to them (DSP1033). */
public final class RegistrationProfile {
    private final InstanceProvider profiles = new FixedInstances(
            RegistrationNames.TELVIRT_REGISTERED_PROFILE,
            Arrays.stream(Profile.values()).map(Profile::toInstance).toList());

    private final List<CentralInstances> central;

    /**
     * Registers the profiles.
     *
     * @param hosts the central instances of System Virtualization
     * @param systems the central instances of Virtual System
     */
    public RegistrationProfile(InstanceProvider hosts, InstanceProvider systems) {
        this.central = List.of(
                new CentralInstances(Profile.PROFILE_REGISTRATION, profiles, Namespaces.INTEROP),
                new CentralInstances(Profile.SYSTEM_VIRTUALIZATION, hosts, Namespaces.VIRT),
                new CentralInstances(Profile.VIRTUAL_SYSTEM, systems, Namespaces.VIRT));
    }

    /** The providers: of the Interop namespace, and of what can be followed from either namespace to the other. */
    public List<ProviderSet> providers() {
        ProviderSet interop = new ProviderSet(
                Set.of(Namespaces.INTEROP),
                List.of(profiles),
                List.of(referenced()),
                List.of(new GetCentralInstances(central)));
        ProviderSet both = new ProviderSet(
                Set.of(Namespaces.INTEROP, Namespaces.VIRT),
                List.of(),
                central.stream().map(this::conformance).toList(),
                List.of());
        return List.of(interop, both);
    }

    /** System Virtualization refers to Virtual System, which is the Antecedent: the direction of the DMTF. */
    private AssociationProvider referenced() {
        return Associations.of(RegistrationNames.CIM_REFERENCED_PROFILE)
                .from(ElementNames.ANTECEDENT, profiles)
                .to(ElementNames.DEPENDENT, profiles)
                .manyToOne(
                        (path, context) ->
                                Profile.VIRTUAL_SYSTEM.isAt(path) ? Profile.SYSTEM_VIRTUALIZATION.path() : null,
                        (path, context) -> Profile.SYSTEM_VIRTUALIZATION.isAt(path)
                                ? List.of(Profile.VIRTUAL_SYSTEM.path())
                                : List.of());
    }

    private AssociationProvider conformance(CentralInstances those) {
        Profile profile = those.profile();
        return Associations.of(RegistrationNames.CIM_ELEMENT_CONFORMS_TO_PROFILE)
                .from(RegistrationNames.CONFORMANT_STANDARD, profiles, Namespaces.INTEROP)
                .to(RegistrationNames.MANAGED_ELEMENT, those.instances(), those.namespace())
                .oneToMany(
                        (path, context) -> profile.isAt(path)
                                ? those.instances().enumeratePaths(context).toList()
                                : List.of(),
                        (element, context) -> profile.path());
    }
}
