package org.telvirt.providers.vswitch;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.ScopedPath;
import org.telvirt.providers.element.SystemPath;

/** Where switches, their settings and their ports are: by the name of the network, and of the port that is plugged in. */
final class SwitchPath {
    private static final String PREFIX = "network/";
    private static final String SETTINGS = "VESSD";
    private static final int UUID_LENGTH = 36;
    private static final CimValue CLASS = CimValues.text(SwitchNames.TELVIRT_SWITCH.toString());

    private SwitchPath() {}

    /**
     * What is plugged into a port of a switch.
     *
     * @param device names the network port in its system
     */
    record Plug(String network, SystemId system, String device) {}

    static CimInstancePath of(String network) {
        return CimInstancePath.of(
                SwitchNames.TELVIRT_SWITCH,
                new CimKey(ElementNames.CREATION_CLASS_NAME, CLASS),
                new CimKey(ElementNames.NAME, CimValues.text(PREFIX + network)));
    }

    /** The network whose switch can be at this path; null: none can. */
    static @Nullable String network(CimInstancePath path) {
        String name = path.text(ElementNames.NAME);
        return CLASS.equals(path.key(ElementNames.CREATION_CLASS_NAME)) && name != null ? named(name) : null;
    }

    private static @Nullable String named(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : null;
    }

    static CimInstancePath settings(String network) {
        return CimInstancePath.of(
                SwitchNames.TELVIRT_SETTINGS, ElementNames.INSTANCE_ID, OrgId.prefix(SETTINGS + "/" + network));
    }

    /** The network whose settings can be at this path; null: none can. */
    static @Nullable String networkOfSettings(CimInstancePath path) {
        return OrgId.local(SETTINGS, path.text(ElementNames.INSTANCE_ID));
    }

    static CimInstancePath port(Plug plug) {
        return ScopedPath.of(
                of(plug.network()),
                SwitchNames.TELVIRT_PORT,
                SwitchNames.DEVICE_ID,
                plug.system() + "/" + plug.device());
    }

    /** Where the LAN endpoint of a port is. */
    static CimInstancePath endpoint(Plug plug) {
        return ScopedPath.of(
                of(plug.network()),
                SwitchNames.TELVIRT_ENDPOINT,
                ElementNames.NAME,
                plug.system() + "/" + plug.device());
    }

    /** What can be plugged into the port at this path; null: nothing can. */
    static @Nullable Plug plug(CimInstancePath path) {
        Plug plug = plug(path, SwitchNames.DEVICE_ID);
        return plug != null && port(plug).equals(path.in(null).on(null)) ? plug : null;
    }

    /** What can be plugged into the port of the endpoint at this path; null: nothing can. */
    static @Nullable Plug plugOfEndpoint(CimInstancePath path) {
        Plug plug = plug(path, ElementNames.NAME);
        return plug != null && endpoint(plug).equals(path.in(null).on(null)) ? plug : null;
    }

    private static @Nullable Plug plug(CimInstancePath path, CimName key) {
        String name = path.text(ElementNames.SYSTEM_NAME);
        String device = path.text(key);
        String network = name == null ? null : named(name);
        if (network == null || device == null || device.length() <= UUID_LENGTH + 1) {
            return null;
        }
        SystemId system = SystemPath.id(device.substring(0, UUID_LENGTH));
        return system == null ? null : new Plug(network, system, device.substring(UUID_LENGTH + 1));
    }
}
