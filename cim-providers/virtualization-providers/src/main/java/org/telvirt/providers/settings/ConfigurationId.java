package org.telvirt.providers.settings;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SystemPath;

/**
 * Names a configuration of a virtual system in InstanceIDs: {@code UUID/state}, {@code UUID/defined} or
 * {@code UUID/next}, which the next start uses once.
 *
 * @param which ACTIVE is the state configuration
 */
public record ConfigurationId(SystemId system, Configuration which) {
    private static final String KIND = "VSSD";
    private static final int UUID_LENGTH = 36;
    private static final String STATE = "/state";
    private static final String DEFINED = "/defined";
    private static final String NEXT = "/next";

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
        return which == Configuration.ACTIVE;
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
        return switch (text.substring(UUID_LENGTH)) {
            case STATE -> new ConfigurationId(system, Configuration.ACTIVE);
            case DEFINED -> new ConfigurationId(system, Configuration.DEFINED);
            case NEXT -> new ConfigurationId(system, Configuration.NEXT);
            default -> null;
        };
    }

    @Override
    public String toString() {
        return system
                + switch (which) {
                    case ACTIVE -> STATE;
                    case DEFINED -> DEFINED;
                    case NEXT -> NEXT;
                };
    }
}
