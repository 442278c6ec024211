package org.telvirt.access.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.access.AccessControl;
import org.telvirt.access.Privilege;
import org.telvirt.access.Role;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;

/** The methods of the authorization service. */
final class RoleMethods implements MethodProvider {
    private static final int SUCCESS = 0;
    private static final int NOT_SUPPORTED = 1;
    private static final int ROLES_FAILED = 2;
    private static final int FAILED = 4;
    private static final int INVALID_PARAMETER = 5;
    private static final int UNSUPPORTED_SUBJECT = 16000;
    private static final int NULL_NOT_SUPPORTED = 16004;

    private final AccessControl access;
    private final IdentityProvider identities;

    RoleMethods(AccessControl access, IdentityProvider identities) {
        this.access = access;
        this.identities = identities;
    }

    @Override
    public CimName className() {
        return AccessNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(
                AccessNames.CREATE_ROLE,
                AccessNames.MODIFY_ROLE,
                AccessNames.DELETE_ROLE,
                AccessNames.ASSIGN_ROLES,
                AccessNames.SHOW_ROLES,
                AccessNames.SHOW_ACCESS);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        boolean reads = method.equals(AccessNames.SHOW_ROLES) || method.equals(AccessNames.SHOW_ACCESS);
        if (reads) {
            return method.equals(AccessNames.SHOW_ROLES) ? showRoles(arguments) : showAccess(arguments);
        }
        if (method.equals(AccessNames.ASSIGN_ROLES)) {
            return assignRoles(arguments);
        }
        try {
            return change(method, arguments);
        } catch (CimException e) {
            boolean parameter = e.status() == CimStatus.INVALID_PARAMETER
                    || e.status() == CimStatus.NOT_FOUND
                    || e.status() == CimStatus.ALREADY_EXISTS;
            return result(parameter ? INVALID_PARAMETER : FAILED);
        }
    }

    private MethodResult change(CimName method, Arguments arguments) throws CimException {
        if (method.equals(AccessNames.CREATE_ROLE)) {
            return createRole(arguments);
        }
        String name = role(arguments.reference(AccessNames.ROLE));
        if (method.equals(AccessNames.DELETE_ROLE)) {
            access.delete(name);
            return result(SUCCESS);
        }
        if (arguments.value(AccessNames.ROLE_LIMITED_TO_TARGETS) != null) {
            // a scope in the privilege says the same and says it for each activity
            return result(NOT_SUPPORTED);
        }
        Role role = access.role(name);
        if (role == null) {
            return result(INVALID_PARAMETER);
        }
        access.change(role.with(privileges(arguments)));
        return result(SUCCESS);
    }

    private MethodResult createRole(Arguments arguments) throws CimException {
        CimInstance template = arguments.embedded(AccessNames.ROLE_TEMPLATE);
        if (template == null) {
            return result(INVALID_PARAMETER);
        }
        Role role = RoleMapper.toRole(template).with(privileges(arguments));
        access.create(role);
        CimValue path = CimValues.reference(RoleMapper.path(role.name()).in(AccessNames.INTEROP));
        return result(SUCCESS, new CimArgument(AccessNames.ROLE, null, path));
    }

    private static List<Privilege> privileges(Arguments arguments) throws CimException {
        List<Privilege> privileges = new ArrayList<>();
        for (CimInstance embedded : arguments.embeddeds(AccessNames.PRIVILEGES)) {
            String name = PrivilegeMapper.name(embedded.text(AccessNames.INSTANCE_ID))
                    .map(PrivilegeMapper.Name::privilege)
                    .orElse(Integer.toString(privileges.size() + 1));
            privileges.add(PrivilegeMapper.toPrivilege(name, embedded));
        }
        return privileges;
    }

    private MethodResult assignRoles(Arguments arguments) {
        CimInstancePath identity = arguments.reference(AccessNames.IDENTITY);
        String user = identity == null ? null : identities.user(identity);
        if (user == null) {
            return result(ROLES_FAILED);
        }
        try {
            Set<String> roles = new TreeSet<>();
            for (CimInstancePath path : arguments.references(AccessNames.ROLES)) {
                roles.add(role(path));
            }
            access.setRoles(user, roles);
            return result(SUCCESS);
        } catch (CimException e) {
            return result(ROLES_FAILED);
        }
    }

    private static String role(@Nullable CimInstancePath path) throws CimException {
        String name = path == null ? null : RoleMapper.name(path);
        if (name == null) {
            throw CimException.invalidParameter("Not a role: " + path);
        }
        return name;
    }

    private MethodResult showRoles(Arguments arguments) {
        CimInstancePath subject = arguments.reference(AccessNames.SUBJECT);
        String user = subject == null ? null : identities.user(subject);
        if (subject != null && user == null) {
            return result(ROLES_FAILED);
        }
        List<CimInstance> roles = new ArrayList<>();
        List<CimInstance> privileges = new ArrayList<>();
        for (Role role : access.roles()) {
            if (user == null || access.rolesOf(user).contains(role.name())) {
                for (Privilege privilege : concerning(role, arguments.reference(AccessNames.TARGET))) {
                    roles.add(RoleMapper.toInstance(role).at(null));
                    privileges.add(
                            PrivilegeMapper.toInstance(role.name(), privilege).at(null));
                }
            }
        }
        return result(
                SUCCESS,
                new CimArgument(AccessNames.ROLES, null, CimValues.embeddeds(roles)),
                new CimArgument(AccessNames.PRIVILEGES, null, CimValues.embeddeds(privileges)));
    }

    private List<Privilege> concerning(Role role, @Nullable CimInstancePath target) {
        return role.privileges().stream()
                .filter(privilege -> target == null || access.concerns(privilege, namespace(target), target))
                .toList();
    }

    private static CimNamespace namespace(CimInstancePath path) {
        CimNamespace namespace = path.namespace();
        return namespace == null ? AccessNames.INTEROP : namespace;
    }

    private MethodResult showAccess(Arguments arguments) {
        CimInstancePath subject = arguments.reference(AccessNames.SUBJECT);
        CimInstancePath target = arguments.reference(AccessNames.TARGET);
        if (subject == null && target == null) {
            return result(NULL_NOT_SUPPORTED);
        }
        String user = subject == null ? null : identities.user(subject);
        if (subject != null && user == null) {
            return result(UNSUPPORTED_SUBJECT);
        }
        List<CimInstancePath> subjects = new ArrayList<>();
        List<CimInstancePath> targets = new ArrayList<>();
        List<CimInstance> privileges = new ArrayList<>();
        Collection<String> users = user == null ? access.users() : List.of(user);
        for (String each : users) {
            for (Role role : access.roles()) {
                if (access.rolesOf(each).contains(role.name())) {
                    for (Privilege privilege : concerning(role, target)) {
                        subjects.add(IdentityProvider.path(each).in(AccessNames.INTEROP));
                        targets.add(
                                target == null ? RoleMapper.path(role.name()).in(AccessNames.INTEROP) : target);
                        privileges.add(PrivilegeMapper.toInstance(role.name(), privilege)
                                .at(null));
                    }
                }
            }
        }
        CimArgument outSubjects = new CimArgument(AccessNames.OUT_SUBJECTS, null, CimValues.references(subjects));
        CimArgument outPrivileges = new CimArgument(AccessNames.PRIVILEGES, null, CimValues.embeddeds(privileges));
        return target == null
                ? result(SUCCESS, outSubjects, outPrivileges)
                : result(
                        SUCCESS,
                        outSubjects,
                        new CimArgument(AccessNames.OUT_TARGETS, null, CimValues.references(targets)),
                        outPrivileges);
    }

    private static MethodResult result(int value, CimArgument... outputs) {
        return new MethodResult(CimValues.uint32(value), List.of(outputs));
    }
}
