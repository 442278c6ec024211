package org.telvirt.hypervisor.libvirt.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

/**
 * The change of one domain.
 *
 * @param domain the root, changed in place
 * @param name the domain's, for messages
 */
record Edit(XmlElement domain, String name) {
    XmlElement devices() {
        XmlElement devices = domain.child("devices");
        if (devices == null) {
            devices = XmlElement.of("devices");
            domain.add(devices);
        }
        return devices;
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
        XmlElement boot = device.child("boot");
        if (order == null) {
            if (boot != null) {
                device.remove(boot);
            }
            return;
        }
        if (boot == null) {
            boot = XmlElement.of("boot");
            device.add(boot);
        }
        boot.set("order", order.toString());
        dropBootDevices();
    }

    /** libvirt takes the boot order either from the devices or, by kind only, from here; never from both. */
    private void dropBootDevices() {
        XmlElement os = domain.child("os");
        if (os != null) {
            os.children("boot").forEach(os::remove);
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
