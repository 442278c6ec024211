package org.telvirt.providers.settings;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SystemPath;

/**
 * Names a configuration of a virtual system in InstanceIDs: {@code UUID/state} or {@code UUID/defined}.
 *
 * @param which ACTIVE is the state configuration
 */
public record ConfigurationId(SystemId system, Configuration which) {
    private static final String KIND = "VSSD";
    private static final int UUID_LENGTH = 36;
    private static final String STATE = "/state";
    private static final String DEFINED = "/defined";

    /** The configuration of the same system that the next start uses. */
    public ConfigurationId defined() {
        return new ConfigurationId(system, Configuration.DEFINED);
    }

    /** The configuration of the same system that is so now. */
    public ConfigurationId state() {
        return new ConfigurationId(system, Configuration.ACTIVE);
    }

    public boolean isState() {
        return which == Configuration.ACTIVE;
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
            default -> null;
        };
    }

    @Override
    public String toString() {
        return system + (isState() ? STATE : DEFINED);
    }
}
