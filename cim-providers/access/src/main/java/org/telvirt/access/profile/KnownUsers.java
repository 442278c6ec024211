package org.telvirt.access.profile;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The users that the server knows, whether or not they have a role.
 *
 * @param listed those that can be listed
 * @param found whether there is a user of a name, listed or not
 */
public record KnownUsers(Supplier<? extends Collection<String>> listed, Predicate<String> found) {
    /** Users that can all be listed. */
    public static KnownUsers listed(Supplier<? extends Collection<String>> names) {
        return new KnownUsers(names, name -> names.get().contains(name));
    }

    /** Users of the system, which can be asked for but not listed. */
    public static KnownUsers found(Predicate<String> found) {
        return new KnownUsers(List::of, found);
    }

    Collection<String> names() {
        return listed.get();
    }

    boolean isKnown(String name) {
        return found.test(name);
    }
}
