package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/**
 * The change of one domain.
 *
 * @param domain the root, changed in place
 * @param name the domain's, for messages
 */
record Edit(XmlElement domain, String name) {
    XmlElement devices() {
        return domain.make("devices");
    }

    /** Adds a device after the last of its kind. */
    void addDevice(XmlElement device) {
        List<XmlElement> siblings = devices().children(device.name());
        if (siblings.isEmpty()) {
            devices().add(device);
        } else {
            devices().add(device, siblings.get(siblings.size() - 1));
        }
    }

    /** Gives a device its place in the boot order; null: none. */
    void bootOrder(XmlElement device, @Nullable Integer order) {
        if (order == null) {
            device.drop("boot");
            return;
        }
        device.make("boot").set("order", order.toString());
        dropBootDevices();
    }

    /** libvirt takes the boot order either from the devices or, by kind only, from here; never from both. */
    private void dropBootDevices() {
        XmlElement os = domain.child("os");
        if (os != null) {
            os.drop("boot");
        }
    }

    HypervisorException unsupported(String what, String why) {
        return new HypervisorException(Reason.UNSUPPORTED, "Cannot change " + what + " of '" + name + "': " + why);
    }

    HypervisorException invalid(String what, String why) {
        return new HypervisorException(
                Reason.INVALID_DEFINITION, "Cannot change " + what + " of '" + name + "': " + why);
    }

    /**
     * Which of the wanted devices is which of the present ones: those with the same key, then, if no device was added or
     * taken away, those in the same place, whose key was changed.
     */
    static final class Pairing<T> {
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
}
