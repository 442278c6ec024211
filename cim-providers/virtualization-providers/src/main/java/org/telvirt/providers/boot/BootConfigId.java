package org.telvirt.providers.boot;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.ConfigurationId;

/**
 * Names a boot configuration and its sources in InstanceIDs, such as {@code UUID/defined} and
 * {@code UUID/defined/disk/vda}.
 *
 * @param configuration that of every start, or that of the next start alone, never that of the present run
 */
record BootConfigId(ConfigurationId configuration) {
    private static final String CONFIG = "BootConfig";
    private static final String SOURCE = "BootSource";

    /** The two boot configurations of a virtual system, that of every start first. */
    static BootConfigId of(SystemId system, Configuration which) {
        return new BootConfigId(new ConfigurationId(system, which));
    }

    SystemId system() {
        return configuration.system();
    }

    Configuration which() {
        return configuration.which();
    }

    /** Whether it is that of the next start alone. */
    boolean isNext() {
        return configuration.isNext();
    }

    /** Where the boot configuration is. */
    CimInstancePath path() {
        return CimInstancePath.of(
                BootNames.TELVIRT_BOOT_CONFIG_SETTING,
                ElementNames.INSTANCE_ID,
                OrgId.prefix(CONFIG + "/" + configuration));
    }

    /** Where a boot source of it is. */
    CimInstancePath source(String name) {
        return CimInstancePath.of(
                BootNames.TELVIRT_BOOT_SOURCE_SETTING,
                ElementNames.INSTANCE_ID,
                OrgId.prefix(SOURCE + "/" + configuration + "/" + name));
    }

    /** The boot configuration that can be at this path; null: none can. */
    static @Nullable BootConfigId of(CimInstancePath path) {
        String local = OrgId.local(CONFIG, path.text(ElementNames.INSTANCE_ID));
        ConfigurationId configuration = local == null ? null : ConfigurationId.parse(local);
        return configuration == null || configuration.isState() ? null : new BootConfigId(configuration);
    }

    /** A boot source. */
    record SourceId(BootConfigId config, String name) {
        CimInstancePath path() {
            return config.source(name);
        }

        /** The boot source that can be at this path; null: none can. */
        static @Nullable SourceId of(CimInstancePath path) {
            String local = OrgId.local(SOURCE, path.text(ElementNames.INSTANCE_ID));
            String[] parts = local == null ? new String[0] : local.split("/", 3);
            ConfigurationId configuration = parts.length < 3 ? null : ConfigurationId.parse(parts[0] + "/" + parts[1]);
            return configuration == null || configuration.isState()
                    ? null
                    : new SourceId(new BootConfigId(configuration), parts[2]);
        }
    }
}
