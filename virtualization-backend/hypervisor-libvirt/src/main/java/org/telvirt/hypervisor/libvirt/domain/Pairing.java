package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of the wanted devices is which of the present ones: those with the same key, then, if no device was added or
 * taken away, those in the same place, whose key was changed.
 */
final class Pairing<T> {
    private final List<@Nullable T> successors;
    private final List<T> added;

    private Pairing(List<@Nullable T> successors, List<T> added) {
        this.successors = successors;
        this.added = added;
    }

    /**
     * @param key unique among the devices of a domain; null: not yet given
     */
    static <T> Pairing<T> of(List<T> present, List<T> wanted, Function<T, @Nullable String> key) {
        List<@Nullable T> successors = new ArrayList<>(Collections.nCopies(present.size(), null));
        List<T> left = new ArrayList<>(wanted);
        for (int i = 0; i < present.size(); i++) {
            String ours = key.apply(present.get(i));
            T same = left.stream()
                    .filter(device -> ours != null && Objects.equals(key.apply(device), ours))
                    .findFirst()
                    .orElse(null);
            successors.set(i, same);
            left.remove(same);
        }
        for (int i = 0; i < present.size() && present.size() == wanted.size(); i++) {
            if (successors.get(i) == null && left.remove(wanted.get(i))) {
                successors.set(i, wanted.get(i));
            }
        }
        return new Pairing<>(successors, left);
    }

    /** What the present device in this place shall become; null: it shall go. */
    @Nullable
    T successor(int place) {
        return successors.get(place);
    }

    /** The devices that are not there yet, in order. */
    List<T> added() {
        return added;
    }
}
