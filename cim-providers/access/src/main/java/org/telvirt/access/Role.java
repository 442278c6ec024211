package org.telvirt.access;

import java.util.List;
import java.util.Optional;

/**
 * What those who have it may do.
 *
 * @param name unlike that of any other role
 * @param title for people
 * @param fixed whether it came with the product and cannot be changed
 */
public record Role(String name, String title, boolean fixed, List<Privilege> privileges) {
    /** Copies the privileges. */
    public Role {
        privileges = List.copyOf(privileges);
    }

    /** A role that can be changed and allows nothing yet. */
    public static Role named(String name, String title) {
        return new Role(name, title, false, List.of());
    }

    /** The same role with other privileges. */
    public Role with(List<Privilege> others) {
        return new Role(name, title, fixed, others);
    }

    /** Empty: it has no such privilege. */
    public Optional<Privilege> privilege(String privilege) {
        return privileges.stream().filter(each -> each.name().equals(privilege)).findFirst();
    }
}
