package org.telvirt.providers.settings;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** What a system is given when it starts: a kernel, and start parameters. */
final class BootMapper {
    private BootMapper() {}

    static void describe(CimInstance.Builder settings, Boot boot) {
        Kernel kernel = boot.kernel();
        if (kernel != null) {
            settings.with(SettingsNames.KERNEL_IMAGE, kernel.image())
                    .with(SettingsNames.INITIAL_RAM_DISK, kernel.initialRamDisk())
                    .with(SettingsNames.KERNEL_ARGUMENTS, kernel.arguments());
        }
        settings.with(SettingsNames.START_PARAMETERS, texts(pairs(boot.firmwareEntries(), "=")))
                .with(SettingsNames.FIRMWARE_STRINGS, texts(boot.oemStrings()));
    }

    static DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        Boot boot = definition.boot();
        return definition.withBoot(new Boot(
                kernel(boot.kernel(), settings),
                read(settings, SettingsNames.START_PARAMETERS, "=", boot.firmwareEntries()),
                settings.textsOr(SettingsNames.FIRMWARE_STRINGS, boot.oemStrings())));
    }

    private static @Nullable Kernel kernel(@Nullable Kernel present, SettingsReader settings) throws CimException {
        Kernel before = present == null ? new Kernel("", null, null) : present;
        String image = settings.textOr(SettingsNames.KERNEL_IMAGE, before.image());
        String disk = settings.textOr(SettingsNames.INITIAL_RAM_DISK, before.initialRamDisk());
        String arguments = settings.textOr(SettingsNames.KERNEL_ARGUMENTS, before.arguments());
        if (image != null && !image.isEmpty()) {
            return new Kernel(image, disk, arguments);
        } else if (present == null && (disk != null || arguments != null)) {
            throw settings.refuse("InitialRAMDisk and KernelArguments need KernelImage");
        }
        return null;
    }

    static @Nullable CimValue texts(List<String> texts) {
        return texts.isEmpty() ? null : CimValues.texts(texts);
    }

    /** Each name with its value after the separator. */
    static List<String> pairs(SortedMap<String, String> map, String separator) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + separator + entry.getValue())
                .toList();
    }

    /** Names with their values; those that are there if nothing is said. */
    static SortedMap<String, String> read(
            SettingsReader settings, CimName name, String separator, SortedMap<String, String> present)
            throws CimException {
        if (!settings.says(name)) {
            return present;
        }
        SortedMap<String, String> read = new TreeMap<>();
        for (String text : settings.textsOr(name, List.of())) {
            int end = text.indexOf(separator);
            if (end <= 0) {
                throw settings.refuse(name + " '" + text + "' has no '" + separator + "' between name and value");
            } else if (read.put(text.substring(0, end), text.substring(end + 1)) != null) {
                throw settings.refuse(name + " has '" + text.substring(0, end) + "' twice");
            }
        }
        return read;
    }
}
