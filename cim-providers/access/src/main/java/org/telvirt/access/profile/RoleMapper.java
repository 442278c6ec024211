package org.telvirt.access.profile;

import org.jspecify.annotations.Nullable;
import org.telvirt.access.Role;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;

/** Roles and {@code Telvirt_Role}. */
final class RoleMapper {
    private static final int STATIC = 2;

    private RoleMapper() {}

    static CimInstancePath path(String role) {
        return CimInstancePath.of(
                AccessNames.TELVIRT_ROLE,
                key(AccessNames.CREATION_CLASS_NAME, AccessNames.TELVIRT_ROLE.toString()),
                key(AccessNames.NAME, role));
    }

    static CimKey key(CimName name, String value) {
        return new CimKey(name, CimValues.text(value));
    }

    /** The name of the role that a path leads to; null: it leads to none. */
    static @Nullable String name(CimInstancePath path) {
        return path.className().equals(AccessNames.TELVIRT_ROLE)
                        && AccessNames.TELVIRT_ROLE.toString().equals(path.text(AccessNames.CREATION_CLASS_NAME))
                ? path.text(AccessNames.NAME)
                : null;
    }

    static CimInstance toInstance(Role role) {
        CimInstancePath path = path(role.name());
        return CimInstance.of(AccessNames.TELVIRT_ROLE)
                .withKeys(path)
                .with(AccessNames.COMMON_NAME, role.title())
                .with(AccessNames.ELEMENT_NAME, role.name())
                .with(AccessNames.ROLE_CHARACTERISTICS, role.fixed() ? CimValues.uint16s(STATIC) : null)
                .at(path);
    }

    /**
     * A new role as a client describes it.
     *
     * @throws CimException INVALID_PARAMETER: it has no name
     */
    static Role toRole(CimInstance instance) throws CimException {
        String name = instance.text(AccessNames.NAME);
        if (name == null) {
            throw CimException.invalidParameter("A role needs a Name");
        }
        String title = instance.text(AccessNames.COMMON_NAME);
        return Role.named(name, title == null ? name : title);
    }
}
