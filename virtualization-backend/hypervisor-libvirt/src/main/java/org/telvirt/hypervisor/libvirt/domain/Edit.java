package org.telvirt.hypervisor.libvirt.domain;

import java.util.List;
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
}
