package org.telvirt.access.profile;

import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint16s;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.access.AccessControl;
import org.telvirt.access.Activity;
import org.telvirt.access.Role;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;

/** Role based authorization (DSP1039) in the Interop namespace, on a host that is in another one. */
public final class AuthorizationProfile {
    private static final int ENABLED = 2;
    private static final int OK = 2;
    private static final int MANAGES = 5;
    private static final int DMTF = 2;
    private static final int NOT_ADVERTISED = 2;
    private static final int PROFILE = 2;
    private static final int[] SUPPORTED_METHODS = {1, 4, 5, 6, 7, 9};
    private static final int[] SUPPORTED_FORMATS = {2, 4, 5, 6};

    private final AccessControl access;
    private final InstanceProvider hosts;
    private final CimNamespace hostNamespace;
    private final CimInstancePath host;
    private final InstanceProvider roles;
    private final InstanceProvider privileges;
    private final IdentityProvider identities;
    private final InstanceProvider service;
    private final InstanceProvider capabilities;
    private final InstanceProvider profile;

    /**
     * The profile of a server.
     *
     * @param users the users that the server knows, whether or not they have a role
     * @param host where the server runs, without a namespace
     * @param hosts the provider that answers for the host
     */
    public AuthorizationProfile(
            AccessControl access,
            KnownUsers users,
            CimInstancePath host,
            InstanceProvider hosts,
            CimNamespace hostNamespace) {
        this.access = access;
        this.host = host;
        this.hosts = hosts;
        this.hostNamespace = hostNamespace;
        roles = new RoleProvider(access);
        privileges = new PrivilegeProvider(access);
        identities = new IdentityProvider(access, users);
        service = new FixedInstances(AccessNames.TELVIRT_SERVICE, List.of(serviceInstance()));
        capabilities = new FixedInstances(AccessNames.TELVIRT_CAPABILITIES, List.of(capabilitiesInstance()));
        profile = new FixedInstances(AccessNames.TELVIRT_PROFILE, List.of(profileInstance()));
    }

    /** The providers: of the Interop namespace, and of what can be followed from the host's namespace to it. */
    public List<ProviderSet> providers() {
        ProviderSet interop = new ProviderSet(
                Set.of(AccessNames.INTEROP),
                List.of(roles, privileges, identities, service, capabilities, profile),
                List.of(
                        membersOfRoles(),
                        rolesOfIdentities(),
                        affects(roles),
                        affects(privileges),
                        affects(identities),
                        Associations.of(AccessNames.ELEMENT_CAPABILITIES)
                                .from(AccessNames.MANAGED_ELEMENT, service)
                                .to(AccessNames.CAPABILITIES, capabilities)
                                .everyToEvery(),
                        Associations.of(AccessNames.ELEMENT_CONFORMS_TO_PROFILE)
                                .from(AccessNames.CONFORMANT_STANDARD, profile)
                                .to(AccessNames.MANAGED_ELEMENT, service)
                                .everyToEvery()),
                List.of(new RoleMethods(access, identities)));
        ProviderSet both = new ProviderSet(
                Set.of(AccessNames.INTEROP, hostNamespace),
                List.of(),
                List.of(
                        ofHost(AccessNames.HOSTED_SERVICE, AccessNames.ANTECEDENT, AccessNames.DEPENDENT, service),
                        ofHost(
                                AccessNames.OWNING_COLLECTION_ELEMENT,
                                AccessNames.OWNING_ELEMENT,
                                AccessNames.OWNED_ELEMENT,
                                roles)),
                List.of());
        return List.of(interop, both);
    }

    private AssociationProvider ofHost(CimName association, CimName left, CimName right, InstanceProvider elements) {
        return Associations.of(association)
                .from(left, hosts, hostNamespace)
                .to(right, elements, AccessNames.INTEROP)
                .everyToEvery();
    }

    private AssociationProvider affects(InstanceProvider elements) {
        return Associations.of(AccessNames.SERVICE_AFFECTS_ELEMENT)
                .from(AccessNames.AFFECTING_ELEMENT, service)
                .to(AccessNames.AFFECTED_ELEMENT, elements)
                .with(CimProperty.of(AccessNames.ELEMENT_EFFECTS, uint16s(MANAGES)))
                .everyToEvery();
    }

    private AssociationProvider membersOfRoles() {
        return Associations.of(AccessNames.MEMBER_OF_COLLECTION)
                .from(AccessNames.COLLECTION, roles)
                .to(AccessNames.MEMBER, privileges)
                .oneToMany(
                        (path, context) -> privilegesOf(access.role(Objects.requireNonNull(RoleMapper.name(path)))),
                        (path, context) -> PrivilegeMapper.name(path)
                                .map(name -> RoleMapper.path(name.role()))
                                .orElse(null));
    }

    private static List<CimInstancePath> privilegesOf(@Nullable Role role) {
        return role == null
                ? List.of()
                : role.privileges().stream()
                        .map(privilege -> new PrivilegeMapper.Name(role.name(), privilege.name()).path())
                        .toList();
    }

    private AssociationProvider rolesOfIdentities() {
        return Associations.of(AccessNames.MEMBER_OF_COLLECTION)
                .from(AccessNames.COLLECTION, roles)
                .to(AccessNames.MEMBER, identities)
                .manyToMany(
                        (path, context) -> access.usersWith(Objects.requireNonNull(RoleMapper.name(path))).stream()
                                .map(IdentityProvider::path)
                                .toList(),
                        (path, context) ->
                                access.rolesOf(Objects.requireNonNullElse(identities.user(path), "")).stream()
                                        .map(RoleMapper::path)
                                        .toList());
    }

    private CimInstance serviceInstance() {
        CimInstancePath path = CimInstancePath.of(
                AccessNames.TELVIRT_SERVICE,
                RoleMapper.key(
                        AccessNames.SYSTEM_CREATION_CLASS_NAME, host.className().toString()),
                RoleMapper.key(AccessNames.SYSTEM_NAME, Objects.requireNonNullElse(host.text(AccessNames.NAME), "")),
                RoleMapper.key(AccessNames.CREATION_CLASS_NAME, AccessNames.TELVIRT_SERVICE.toString()),
                RoleMapper.key(AccessNames.NAME, "RoleBasedAuthorizationService"));
        return CimInstance.of(AccessNames.TELVIRT_SERVICE)
                .withKeys(path)
                .with(AccessNames.ELEMENT_NAME, "Roles of users")
                .with(AccessNames.ENABLED_STATE, uint16(ENABLED))
                .with(AccessNames.OPERATIONAL_STATUS, uint16s(OK))
                .with(AccessNames.STARTED, bool(true))
                .at(path);
    }

    private static CimInstance capabilitiesInstance() {
        CimInstancePath path = CimInstancePath.of(
                AccessNames.TELVIRT_CAPABILITIES, AccessNames.INSTANCE_ID, "Telvirt:RoleBasedManagementCapabilities");
        int[] activities =
                Arrays.stream(Activity.values()).mapToInt(Activity::number).toArray();
        return CimInstance.of(AccessNames.TELVIRT_CAPABILITIES)
                .withKeys(path)
                .with(AccessNames.ELEMENT_NAME, "What can be done with roles")
                .with(AccessNames.SHARED_PRIVILEGE_SUPPORTED, bool(false))
                .with(AccessNames.ACTIVITIES_SUPPORTED, uint16s(activities))
                .with(AccessNames.QUALIFIER_FORMATS_SUPPORTED, uint16s(SUPPORTED_FORMATS))
                .with(AccessNames.SUPPORTED_METHODS, uint16s(SUPPORTED_METHODS))
                .at(path);
    }

    private static CimInstance profileInstance() {
        CimInstancePath path = CimInstancePath.of(
                AccessNames.TELVIRT_PROFILE, AccessNames.INSTANCE_ID, "Telvirt:DSP1039-RoleBasedAuthorization-1.0.0");
        return CimInstance.of(AccessNames.TELVIRT_PROFILE)
                .withKeys(path)
                .with(AccessNames.ELEMENT_NAME, "Role Based Authorization")
                .with(AccessNames.CAPTION, "DSP1039 Role Based Authorization 1.0.0")
                .with(AccessNames.REGISTERED_ORGANIZATION, uint16(DMTF))
                .with(AccessNames.REGISTERED_NAME, "Role Based Authorization")
                .with(AccessNames.REGISTERED_VERSION, CimValues.text("1.0.0"))
                .with(AccessNames.ADVERTISE_TYPES, uint16s(NOT_ADVERTISED))
                .with(AccessNames.SPECIFICATION_TYPE, uint16(PROFILE))
                .at(path);
    }
}
