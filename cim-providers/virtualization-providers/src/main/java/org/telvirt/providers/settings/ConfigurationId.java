package org.telvirt.providers.settings;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SystemPath;

/**
 * Names a configuration of a virtual system in InstanceIDs: {@code UUID/state}, {@code UUID/defined},
 * {@code UUID/next}, which the next start uses once, or {@code UUID/snap/NAME}.
 *
 * @param which ACTIVE is the state configuration
 * @param snapshot the snapshot whose configuration it is, and then {@code which} says nothing; null: none
 */
public record ConfigurationId(
        SystemId system, Configuration which, @Nullable String snapshot) {
    private static final String KIND = "VSSD";
    private static final int UUID_LENGTH = 36;
    private static final String STATE = "/state";
    private static final String DEFINED = "/defined";
    private static final String NEXT = "/next";
    private static final String SNAPSHOT = "/snap/";

    /** A configuration that is no snapshot's. */
    public ConfigurationId(SystemId system, Configuration which) {
        this(system, which, null);
    }

    /** The configuration of a snapshot. */
    public static ConfigurationId ofSnapshot(SystemId system, String name) {
        return new ConfigurationId(system, Configuration.ACTIVE, name);
    }

    /** The configuration of the same system that every start uses. */
    public ConfigurationId defined() {
        return new ConfigurationId(system, Configuration.DEFINED);
    }

    /** The configuration of the same system that the next start uses once; there need not be one. */
    public ConfigurationId next() {
        return new ConfigurationId(system, Configuration.NEXT);
    }

    /** The configuration of the same system that is so now. */
    public ConfigurationId state() {
        return new ConfigurationId(system, Configuration.ACTIVE);
    }

    public boolean isState() {
        return snapshot == null && which == Configuration.ACTIVE;
    }

    /** Whether a start can use it. */
    public boolean isForStarts() {
        return snapshot == null && which != Configuration.ACTIVE;
    }

    /** Whether the next start uses it and no later one. */
    public boolean isNext() {
        return which == Configuration.NEXT;
    }

    /** Where its settings are. */
    public CimInstancePath path() {
        return CimInstancePath.of(
                SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA, ElementNames.INSTANCE_ID, instanceId());
    }

    /** The InstanceID of its settings. */
    public String instanceId() {
        return OrgId.prefix(KIND + "/" + this);
    }

    /** The configuration whose settings can have this InstanceID; null: none can. */
    public static @Nullable ConfigurationId ofInstanceId(@Nullable String instanceId) {
        String local = OrgId.local(KIND, instanceId);
        return local == null ? null : parse(local);
    }

    /** The configuration whose settings can be at this path; null: none can. */
    public static @Nullable ConfigurationId of(CimInstancePath path) {
        return ofInstanceId(path.text(ElementNames.INSTANCE_ID));
    }

    /** The configuration that the text names; null: it has another form. */
    public static @Nullable ConfigurationId parse(String text) {
        SystemId system = text.length() > UUID_LENGTH ? SystemPath.id(text.substring(0, UUID_LENGTH)) : null;
        if (system == null) {
            return null;
        }
        String rest = text.substring(UUID_LENGTH);
        if (rest.startsWith(SNAPSHOT)) {
            String name = decoded(rest.substring(SNAPSHOT.length()));
            return name == null ? null : ofSnapshot(system, name);
        }
        return switch (rest) {
            case STATE -> new ConfigurationId(system, Configuration.ACTIVE);
            case DEFINED -> new ConfigurationId(system, Configuration.DEFINED);
            case NEXT -> new ConfigurationId(system, Configuration.NEXT);
            default -> null;
        };
    }

    /** Where the name of the configuration ends in a text that begins with it and goes on after a slash; -1: nowhere. */
    public static int end(String text) {
        int from = text.startsWith(SNAPSHOT, UUID_LENGTH) ? UUID_LENGTH + SNAPSHOT.length() : UUID_LENGTH + 1;
        return text.indexOf('/', from);
    }

    /** A name without slashes, which divide InstanceIDs. */
    private static String encoded(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    /** The name that is written so; null: none is. */
    private static @Nullable String decoded(String text) {
        String name = text.replace("%2F", "/").replace("%25", "%");
        return !name.isEmpty() && encoded(name).equals(text) ? name : null;
    }

    /** How clients see what it is, such as {@code State}. */
    public String word() {
        if (snapshot != null) {
            return "Snapshot";
        }
        return switch (which) {
            case ACTIVE -> "State";
            case DEFINED -> "Defined";
            case NEXT -> "Next";
        };
    }

    @Override
    public String toString() {
        if (snapshot != null) {
            return system + SNAPSHOT + encoded(snapshot);
        }
        return system
                + switch (which) {
                    case ACTIVE -> STATE;
                    case DEFINED -> DEFINED;
                    case NEXT -> NEXT;
                };
    }
}
