package org.telvirt.access.profile;

import org.jspecify.annotations.Nullable;
import org.telvirt.access.AccessControl;
import org.telvirt.access.Role;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;

/** The roles. */
final class RoleProvider implements InstanceProvider {
    private final AccessControl access;

    RoleProvider(AccessControl access) {
        this.access = access;
    }

    @Override
    public CimName className() {
        return AccessNames.TELVIRT_ROLE;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(access.roles()).map(RoleMapper::toInstance);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Role role = find(path);
        return role == null ? null : RoleMapper.toInstance(role);
    }

    private @Nullable Role find(CimInstancePath path) {
        String name = RoleMapper.name(path);
        return name == null ? null : access.role(name);
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        Role role = RoleMapper.toRole(instance);
        access.create(role);
        return RoleMapper.path(role.name());
    }

    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        CimInstancePath path = changes.path();
        Role role = path == null ? null : find(path);
        for (CimProperty property : changes.properties()) {
            if (!property.name().equals(AccessNames.COMMON_NAME)) {
                throw CimException.invalidParameter("Property " + property.name() + " of a role cannot be changed");
            }
        }
        String title = changes.text(AccessNames.COMMON_NAME);
        if (role != null && title != null) {
            access.change(new Role(role.name(), title, role.fixed(), role.privileges()));
        }
    }

    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        String name = RoleMapper.name(path);
        if (name != null) {
            access.delete(name);
        }
    }
}
