package org.telvirt.access.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.access.AccessControl;
import org.telvirt.access.Privilege;
import org.telvirt.access.Role;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;

/** The privileges, each of one role, which is in its InstanceID. */
final class PrivilegeProvider implements InstanceProvider {
    private final AccessControl access;

    PrivilegeProvider(AccessControl access) {
        this.access = access;
    }

    @Override
    public CimName className() {
        return AccessNames.TELVIRT_PRIVILEGE;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        List<CimInstance> all = new ArrayList<>();
        for (Role role : access.roles()) {
            role.privileges().forEach(privilege -> all.add(PrivilegeMapper.toInstance(role.name(), privilege)));
        }
        return CimCursor.of(all);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        return PrivilegeMapper.name(path).map(this::instance).orElse(null);
    }

    private @Nullable CimInstance instance(PrivilegeMapper.Name name) {
        Role role = access.role(name.role());
        return role == null
                ? null
                : role.privilege(name.privilege())
                        .map(privilege -> PrivilegeMapper.toInstance(name.role(), privilege))
                        .orElse(null);
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        PrivilegeMapper.Name name = PrivilegeMapper.name(instance.text(AccessNames.INSTANCE_ID))
                .orElseThrow(() -> CimException.invalidParameter(
                        "The InstanceID of a privilege says whose it is: Telvirt:Privilege:ROLE:NAME"));
        Role role = role(name);
        if (role.privilege(name.privilege()).isPresent()) {
            throw new CimException(CimStatus.ALREADY_EXISTS, "There is a privilege " + name.path() + " already");
        }
        List<Privilege> more = new ArrayList<>(role.privileges());
        more.add(PrivilegeMapper.toPrivilege(name.privilege(), instance));
        access.change(role.with(more));
        return name.path();
    }

    private Role role(PrivilegeMapper.Name name) throws CimException {
        Role role = access.role(name.role());
        if (role == null) {
            throw CimException.invalidParameter("No such role: '" + name.role() + "'");
        }
        return role;
    }

    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        CimInstancePath path = changes.path();
        CimInstance before = path == null ? null : get(path, context);
        PrivilegeMapper.Name name =
                path == null ? null : PrivilegeMapper.name(path).orElse(null);
        if (before != null && name != null) {
            List<CimProperty> properties = new ArrayList<>(changes.properties());
            before.properties().stream()
                    .filter(property -> changes.property(property.name()) == null)
                    .forEach(properties::add);
            replace(name, PrivilegeMapper.toPrivilege(name.privilege(), before.withProperties(properties)));
        }
    }

    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        PrivilegeMapper.Name name = PrivilegeMapper.name(path).orElse(null);
        if (name != null) {
            replace(name, null);
        }
    }

    private void replace(PrivilegeMapper.Name name, @Nullable Privilege other) throws CimException {
        Role role = role(name);
        List<Privilege> privileges = new ArrayList<>();
        for (Privilege privilege : role.privileges()) {
            if (!privilege.name().equals(name.privilege())) {
                privileges.add(privilege);
            } else if (other != null) {
                privileges.add(other);
            }
        }
        access.change(role.with(privileges));
    }
}
