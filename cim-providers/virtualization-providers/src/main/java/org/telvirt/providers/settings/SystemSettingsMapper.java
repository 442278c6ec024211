package org.telvirt.providers.settings;

import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.providers.element.ElementNames;

/** A definition as a whole and CIM_VirtualSystemSettingData, in both directions. */
public final class SystemSettingsMapper {
    /** AutomaticStartupAction, -ShutdownAction and -RecoveryAction: None, Turn Off, None. */
    private static final CimValue NO_ACTION = CimValues.uint16(2);

    private static final int NOT_CHANGEABLE_TRANSIENT = 3;
    private static final int CHANGEABLE_PERSISTENT = 2;

    private SystemSettingsMapper() {}

    /** The settings at the top of a configuration. */
    static CimInstance toInstance(ConfigurationId id, DomainDefinition definition) {
        CimInstancePath path = id.path();
        Platform platform = definition.platform();
        Virtualization virtualization = platform.virtualization();
        return CimInstance.of(SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, definition.name())
                .with(ElementNames.CAPTION, word(id) + " configuration")
                .with(ElementNames.DESCRIPTION, definition.description())
                .with(SettingsNames.CONFIGURATION_NAME, word(id))
                .with(SettingsNames.CHANGEABLE_TYPE, changeableType(id))
                .with(SettingsNames.VIRTUAL_SYSTEM_IDENTIFIER, definition.name())
                .with(
                        SettingsNames.VIRTUAL_SYSTEM_TYPE,
                        virtualization == null ? null : VirtualSystemType.text(virtualization))
                .with(SettingsNames.ARCHITECTURE, platform.architecture())
                .with(SettingsNames.MACHINE_TYPE, platform.machine())
                .with(SettingsNames.FIRMWARE_TYPE, CimValues.uint16(firmwareType(platform.firmware())))
                .at(path);
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

    private static int firmwareType(@Nullable Firmware firmware) {
        if (firmware == null || firmware == Firmware.OPEN_FIRMWARE) {
            return 0; // the value map has no word for the latter
        }
        return firmware == Firmware.BIOS ? 2 : 3;
    }

    /**
     * The definition with all that the settings say; what they do not say stays.
     *
     * @param definition the one to change, or for a new system the one to begin with, which then has no UUID
     * @throws CimException INVALID_PARAMETER: the settings cannot be had
     */
    public static DomainDefinition apply(SettingsReader settings, DomainDefinition definition) throws CimException {
        DomainDefinition changed = named(settings, definition).withPlatform(platform(settings, definition.platform()));
        if (settings.value(ElementNames.DESCRIPTION) instanceof CimValue.Text text) {
            changed = changed.withDescription(text.value().isBlank() ? null : text.value());
        }
        settings.accept(SettingsNames.AUTOMATIC_STARTUP_ACTION, NO_ACTION);
        settings.accept(SettingsNames.AUTOMATIC_SHUTDOWN_ACTION, NO_ACTION);
        settings.accept(SettingsNames.AUTOMATIC_RECOVERY_ACTION, NO_ACTION);
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

    private static Platform platform(SettingsReader settings, Platform platform) throws CimException {
        String type = settings.text(SettingsNames.VIRTUAL_SYSTEM_TYPE);
        Virtualization virtualization = type == null ? platform.virtualization() : virtualization(settings, type);
        String architecture = settings.text(SettingsNames.ARCHITECTURE);
        String machine = settings.text(SettingsNames.MACHINE_TYPE);
        return platform.withVirtualization(virtualization)
                .withArchitecture(
                        architecture == null ? platform.architecture() : architecture,
                        machine == null ? platform.machine() : machine)
                .withFirmware(firmware(settings, platform.firmware()));
    }

    private static Virtualization virtualization(SettingsReader settings, String type) throws CimException {
        Virtualization virtualization = VirtualSystemType.virtualization(type);
        if (virtualization == null) {
            throw settings.refuse("VirtualSystemType '" + type + "' is not known; the capabilities of the management"
                    + " service list those that are (VirtualSystemTypesSupported)");
        }
        return virtualization;
    }

    private static @Nullable Firmware firmware(SettingsReader settings, @Nullable Firmware present)
            throws CimException {
        BigInteger type = settings.number(SettingsNames.FIRMWARE_TYPE);
        if (type == null || type.signum() == 0) {
            return present;
        }
        return switch (type.intValue()) {
            case 2 -> Firmware.BIOS;
            case 3 -> Firmware.EFI;
            default -> throw settings.refuse("FirmwareType " + type + " is not known; give 2 (BIOS) or 3 (UEFI)");
        };
    }
}
