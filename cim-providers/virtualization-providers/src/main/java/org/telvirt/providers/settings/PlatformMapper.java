package org.telvirt.providers.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Endianness;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Platform.Virtualization;

/** What a system runs on. */
final class PlatformMapper {
    private static final Coding<Firmware> FIRMWARE =
            new Coding<>(Map.of(Firmware.BIOS, 2, Firmware.EFI, 3, Firmware.OPEN_FIRMWARE, 4));
    private static final Coding<Endianness> ENDIANNESS = new Coding<>(Map.of(Endianness.LITTLE, 2, Endianness.BIG, 3));
    private static final CimValue UNKNOWN = CimValues.uint16(0);

    private PlatformMapper() {}

    static void describe(CimInstance.Builder settings, Platform platform) {
        Virtualization virtualization = platform.virtualization();
        settings.with(
                        SettingsNames.VIRTUAL_SYSTEM_TYPE,
                        virtualization == null ? null : VirtualSystemType.text(virtualization))
                .with(SettingsNames.ARCHITECTURE, platform.architecture())
                .with(SettingsNames.MACHINE_TYPE, platform.machine())
                .with(SettingsNames.ENDIANNESS, ENDIANNESS.value(platform.endianness()))
                .with(SettingsNames.FIRMWARE_TYPE, FIRMWARE.value(platform.firmware()))
                .with(SettingsNames.SECURE_BOOT, CimValues.bool(platform.secureBoot()));
    }

    static DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        Platform platform = definition.platform();
        String type = settings.text(SettingsNames.VIRTUAL_SYSTEM_TYPE);
        String architecture = settings.text(SettingsNames.ARCHITECTURE);
        String machine = settings.text(SettingsNames.MACHINE_TYPE);
        Firmware firmware = FIRMWARE.read(settings, SettingsNames.FIRMWARE_TYPE, platform.firmware());
        Platform changed = platform.withVirtualization(
                        type == null ? platform.virtualization() : virtualization(settings, type))
                .withArchitecture(
                        architecture == null ? platform.architecture() : architecture,
                        machine == null ? platform.machine() : machine)
                // Unknown is no wish for another firmware
                .withFirmware(firmware == null ? platform.firmware() : firmware);
        settings.accept(SettingsNames.ENDIANNESS, ENDIANNESS.value(changed.endianness()), UNKNOWN);
        return definition.withPlatform(
                changed.withSecureBoot(settings.flag(SettingsNames.SECURE_BOOT, changed.secureBoot())));
    }

    private static @Nullable Virtualization virtualization(SettingsReader settings, String type) throws CimException {
        Virtualization virtualization = VirtualSystemType.virtualization(type);
        if (virtualization == null) {
            throw settings.refuse("VirtualSystemType '" + type + "' is not known; the capabilities of the management"
                    + " service list those that are (VirtualSystemTypesSupported)");
        }
        return virtualization;
    }
}
