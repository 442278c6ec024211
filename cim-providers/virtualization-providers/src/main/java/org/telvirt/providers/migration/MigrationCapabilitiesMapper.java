package org.telvirt.providers.migration;

import java.util.Locale;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.migration.Migrations;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** What the migration service can do on a host. */
final class MigrationCapabilitiesMapper {
    private static final int TO_HOST = 2;
    private static final int TO_SYSTEM = 3;
    private static final int CHECK_TO_HOST = 4;
    private static final int CHECK_TO_SYSTEM = 5;
    private static final int DOMAIN_NAME = 2;
    private static final int IPV4 = 3;
    private static final int IPV6 = 4;

    private MigrationCapabilitiesMapper() {}

    static CimInstancePath path() {
        return CimInstancePath.of(
                MigrationNames.TELVIRT_CAPABILITIES,
                ElementNames.INSTANCE_ID,
                OrgId.prefix("VirtualSystemMigrationCapabilities"));
    }

    static CimInstance toInstance(Migrations migrations) {
        return CimInstance.of(MigrationNames.TELVIRT_CAPABILITIES)
                .withKeys(path())
                .with(ElementNames.ELEMENT_NAME, "Migration capabilities")
                .with(
                        MigrationNames.SYNCHRONOUS_METHODS_SUPPORTED,
                        CimValues.uint16s(TO_HOST, TO_SYSTEM, CHECK_TO_HOST, CHECK_TO_SYSTEM))
                .with(MigrationNames.ASYNCHRONOUS_METHODS_SUPPORTED, CimValues.uint16s(TO_HOST, TO_SYSTEM))
                .with(MigrationNames.DESTINATION_HOST_FORMATS_SUPPORTED, CimValues.uint16s(DOMAIN_NAME, IPV4, IPV6))
                .with(MigrationNames.MAXIMUM_MIGRATIONS, CimValues.uint16(migrations.most()))
                .with(
                        MigrationNames.MISSING_FEATURES,
                        CimValues.texts(migrations.missing().entrySet().stream()
                                .map(entry -> entry.getKey()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ') + ": " + entry.getValue())
                                .sorted()
                                .toList()))
                .at(path());
    }
}
