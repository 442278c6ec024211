package org.telvirt.providers.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telvirt.cim.CimInstancePath;
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
     * @param instances the central instances of each profile, in root/virt
     */
    public RegistrationProfile(Map<Profile, List<InstanceProvider>> instances) {
        List<CentralInstances> all = new ArrayList<>();
        all.add(new CentralInstances(Profile.PROFILE_REGISTRATION, profiles, Namespaces.INTEROP));
        instances.forEach((profile, providers) ->
                providers.forEach(provider -> all.add(new CentralInstances(profile, provider, Namespaces.VIRT))));
        this.central = List.copyOf(all);
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

    /** The profile that is referred to is the Antecedent: the direction of the DMTF. */
    private AssociationProvider referenced() {
        return Associations.of(RegistrationNames.CIM_REFERENCED_PROFILE)
                .from(ElementNames.ANTECEDENT, profiles)
                .to(ElementNames.DEPENDENT, profiles)
                .manyToMany((path, context) -> referring(path), (path, context) -> referredTo(path));
    }

    private static List<CimInstancePath> referring(CimInstancePath path) {
        Profile wanted = Profile.at(path);
        return Arrays.stream(Profile.values())
                .filter(profile -> wanted != null && profile.references().contains(wanted))
                .map(Profile::path)
                .toList();
    }

    private static List<CimInstancePath> referredTo(CimInstancePath path) {
        Profile profile = Profile.at(path);
        return profile == null
                ? List.of()
                : profile.references().stream().map(Profile::path).toList();
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
