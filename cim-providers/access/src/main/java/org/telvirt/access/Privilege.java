package org.telvirt.access;

import java.util.List;

/**
 * Some grants that belong together.
 *
 * @param name unlike that of any other privilege of its role
 * @param title for people
 */
public record Privilege(String name, String title, List<Grant> grants) {
    /** Copies the grants. */
    public Privilege {
        grants = List.copyOf(grants);
    }
}
