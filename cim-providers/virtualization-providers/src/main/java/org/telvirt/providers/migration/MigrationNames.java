package org.telvirt.providers.migration;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters of the migration service. */
final class MigrationNames {
    static final CimName CIM_ELEMENT_SETTING_DATA = CimName.of("CIM_ElementSettingData");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_VirtualSystemMigrationCapabilities");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_VirtualSystemMigrationService");
    static final CimName TELVIRT_SETTINGS = CimName.of("Telvirt_VirtualSystemMigrationSettingData");

    static final CimName ASYNCHRONOUS_METHODS_SUPPORTED = CimName.of("AsynchronousMethodsSupported");
    static final CimName DESTINATION_HOST_FORMATS_SUPPORTED = CimName.of("DestinationHostFormatsSupported");
    static final CimName MAXIMUM_MIGRATIONS = CimName.of("MaximumMigrations");
    static final CimName MISSING_FEATURES = CimName.of("MissingFeatures");
    static final CimName SYNCHRONOUS_METHODS_SUPPORTED = CimName.of("SynchronousMethodsSupported");

    static final CimName IS_DEFAULT = CimName.of("IsDefault");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName SETTING_DATA = CimName.of("SettingData");

    static final CimName AUTO_CONVERGE = CimName.of("AutoConverge");
    static final CimName BANDWIDTH = CimName.of("Bandwidth");
    static final CimName BANDWIDTH_UNIT = CimName.of("BandwidthUnit");
    static final CimName DATA_ADDRESS = CimName.of("DataAddress");
    static final CimName KEEP_DEFINITION = CimName.of("KeepDefinition");
    static final CimName MAXIMUM_DOWNTIME = CimName.of("MaximumDowntime");
    static final CimName MAXIMUM_TIME = CimName.of("MaximumTime");
    static final CimName MIGRATION_TYPE = CimName.of("MigrationType");
    static final CimName PERSISTENT = CimName.of("Persistent");
    static final CimName POST_COPY = CimName.of("PostCopy");
    static final CimName PRIORITY = CimName.of("Priority");
    static final CimName STORAGE_HANDLING = CimName.of("StorageHandling");
    static final CimName TIMEOUT_ACTION = CimName.of("TimeoutAction");
    static final CimName TRANSPORT_TYPE = CimName.of("TransportType");

    static final CimName CHECK_TO_HOST = CimName.of("CheckVirtualSystemIsMigratableToHost");
    static final CimName CHECK_TO_SYSTEM = CimName.of("CheckVirtualSystemIsMigratableToSystem");
    static final CimName LIST_MIGRATION_OBSTACLES = CimName.of("ListMigrationObstacles");
    static final CimName MIGRATE_TO_HOST = CimName.of("MigrateVirtualSystemToHost");
    static final CimName MIGRATE_TO_SYSTEM = CimName.of("MigrateVirtualSystemToSystem");

    static final CimName CIM_COMPUTER_SYSTEM = CimName.of("CIM_ComputerSystem");
    static final CimName COMPUTER_SYSTEM = CimName.of("ComputerSystem");
    static final CimName DESTINATION_HOST = CimName.of("DestinationHost");
    static final CimName DESTINATION_SYSTEM = CimName.of("DestinationSystem");
    static final CimName IS_MIGRATABLE = CimName.of("IsMigratable");
    static final CimName MIGRATION_SETTING_DATA = CimName.of("MigrationSettingData");
    static final CimName NEW_COMPUTER_SYSTEM = CimName.of("NewComputerSystem");
    static final CimName NEW_RESOURCE_SETTING_DATA = CimName.of("NewResourceSettingData");
    static final CimName NEW_SYSTEM_SETTING_DATA = CimName.of("NewSystemSettingData");
    static final CimName OBSTACLES = CimName.of("Obstacles");

    private MigrationNames() {}
}
