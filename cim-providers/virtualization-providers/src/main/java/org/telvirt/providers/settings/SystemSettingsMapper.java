package org.telvirt.providers.settings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.element.ElementNames;

/** A definition as a whole and CIM_VirtualSystemSettingData, in both directions. */
public final class SystemSettingsMapper {
    private static final int NOT_CHANGEABLE_TRANSIENT = 3;
    private static final int CHANGEABLE_PERSISTENT = 2;

    private SystemSettingsMapper() {}

    /** The settings at the top of a configuration. */
    public static CimInstance toInstance(ConfigurationId id, DomainDefinition definition) {
        CimInstancePath path = id.path();
        CimInstance.Builder settings = CimInstance.of(SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, definition.name())
                .with(ElementNames.CAPTION, word(id) + " configuration")
                .with(ElementNames.DESCRIPTION, definition.description())
                .with(SettingsNames.CONFIGURATION_NAME, word(id))
                .with(SettingsNames.CHANGEABLE_TYPE, changeableType(id))
                .with(SettingsNames.VIRTUAL_SYSTEM_IDENTIFIER, definition.name())
                .with(SettingsNames.GUEST_AGENT, CimValues.bool(definition.guestAgent()));
        PlatformMapper.describe(settings, definition.platform());
        BootMapper.describe(settings, definition.boot());
        FaultPolicyMapper.describe(settings, definition.faultPolicy());
        AutomationMapper.describe(settings, definition.automation());
        NotesMapper.describe(settings, definition.metadata());
        return settings.at(path);
    }

    private static String word(ConfigurationId id) {
        return switch (id.which()) {
            case ACTIVE -> "State";
            case DEFINED -> "Defined";
            case NEXT -> "Next";
        };
    }

    /** Whether clients can change settings of the configuration: the defined one, for good; the state one, never. */
    public static CimValue changeableType(ConfigurationId id) {
        return CimValues.uint16(id.isState() ? NOT_CHANGEABLE_TRANSIENT : CHANGEABLE_PERSISTENT);
    }

    /**
     * The definition with all that the settings say; what they do not say stays.
     *
     * @param definition the one to change, or for a new system the one to begin with, which then has no UUID
     * @throws CimException INVALID_PARAMETER: the settings cannot be had
     */
    public static DomainDefinition apply(SettingsReader settings, DomainDefinition definition) throws CimException {
        DomainDefinition changed = named(settings, definition)
                .withDescription(settings.textOr(ElementNames.DESCRIPTION, definition.description()))
                .withGuestAgent(settings.flag(SettingsNames.GUEST_AGENT, definition.guestAgent()));
        changed = PlatformMapper.apply(changed, settings);
        changed = BootMapper.apply(changed, settings);
        changed = FaultPolicyMapper.apply(changed, settings);
        changed = AutomationMapper.apply(changed, settings);
        changed = NotesMapper.apply(changed, settings);
        settings.finish();
        return changed;
    }

    /** VirtualSystemIdentifier may be the name or, as an identifier that stays, the UUID. */
    private static DomainDefinition named(SettingsReader settings, DomainDefinition definition) throws CimException {
        String identifier = settings.text(SettingsNames.VIRTUAL_SYSTEM_IDENTIFIER);
        String elementName = settings.text(ElementNames.ELEMENT_NAME);
        SystemId id = identifier == null ? null : SystemId.parse(identifier);
        if (id == null) {
            return definition.withName(name(settings, definition.name(), elementName, identifier));
        }
        UUID present = definition.uuid();
        if (present != null && !present.equals(id.uuid())) {
            throw settings.refuse("VirtualSystemIdentifier " + id + " is another UUID than " + present
                    + ", which stays for ever; leave it out");
        }
        return definition.withUuid(id.uuid()).withName(name(settings, definition.name(), elementName, null));
    }

    /** Both properties show the name, and a client that read them may have changed just one of them. */
    private static String name(
            SettingsReader settings, String present, @Nullable String elementName, @Nullable String identifier)
            throws CimException {
        if (elementName == null || elementName.equals(present)) {
            return identifier == null ? present : identifier;
        } else if (identifier == null || identifier.equals(present) || identifier.equals(elementName)) {
            return elementName;
        }
        throw settings.refuse("ElementName '" + elementName + "' and VirtualSystemIdentifier '" + identifier
                + "' are two names; give one");
    }
}
