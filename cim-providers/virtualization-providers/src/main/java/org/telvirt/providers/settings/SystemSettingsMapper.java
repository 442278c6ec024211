package org.telvirt.providers.settings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.snapshot.SystemSnapshot;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.element.ElementNames;

/** A definition as a whole and CIM_VirtualSystemSettingData, in both directions. */
public final class SystemSettingsMapper {
    private static final int NOT_CHANGEABLE_PERSISTENT = 0;
    private static final int CHANGEABLE_TRANSIENT = 1;
    private static final int CHANGEABLE_PERSISTENT = 2;

    private static final CimValue FULL = CimValues.uint16(2);
    private static final CimValue DISKS = CimValues.uint16(3);

    private SystemSettingsMapper() {}

    /** The settings at the top of a configuration. */
    public static CimInstance toInstance(ConfigurationId id, DomainDefinition definition) {
        return toInstance(
                id,
                definition,
                CimInstance.of(SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA)
                        .with(ElementNames.ELEMENT_NAME, definition.name())
                        .with(ElementNames.DESCRIPTION, definition.description()));
    }

    /** The settings at the top of the configuration of a snapshot, whose name they have. */
    static CimInstance toInstance(ConfigurationId id, SystemSnapshot snapshot) {
        String parent = snapshot.parent();
        return toInstance(
                id,
                snapshot.definition(),
                CimInstance.of(SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA)
                        .with(ElementNames.ELEMENT_NAME, snapshot.name())
                        .with(ElementNames.DESCRIPTION, snapshot.description())
                        .with(SettingsNames.CREATION_TIME, CimValues.dateTime(CimDateTime.of(snapshot.time())))
                        .with(SettingsNames.SNAPSHOT_TYPE, snapshot.hasRun() ? FULL : DISKS)
                        .with(
                                SettingsNames.PARENT_SNAPSHOT,
                                parent == null
                                        ? null
                                        : ConfigurationId.ofSnapshot(id.system(), parent)
                                                .instanceId()));
    }

    private static CimInstance toInstance(
            ConfigurationId id, DomainDefinition definition, CimInstance.Builder settings) {
        CimInstancePath path = id.path();
        settings.withKeys(path)
                .with(ElementNames.CAPTION, id.word() + " configuration")
                .with(SettingsNames.CONFIGURATION_NAME, id.word())
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

    /** Whether clients can change settings of the configuration: the defined one for good, the state one for this run. */
    public static CimValue changeableType(ConfigurationId id) {
        if (id.snapshot() != null) {
            return CimValues.uint16(NOT_CHANGEABLE_PERSISTENT);
        }
        return CimValues.uint16(id.isState() ? CHANGEABLE_TRANSIENT : CHANGEABLE_PERSISTENT);
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
