package org.telvirt.providers.settings;

import org.telvirt.cim.CimName;

/** The classes and properties of configurations of virtual systems. */
public final class SettingsNames {
    public static final CimName CIM_ELEMENT_SETTING_DATA = CimName.of("CIM_ElementSettingData");
    public static final CimName TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA = CimName.of("Telvirt_VirtualSystemSettingData");

    static final CimName CIM_SETTINGS_DEFINE_STATE = CimName.of("CIM_SettingsDefineState");

    public static final CimName CHANGEABLE_TYPE = CimName.of("ChangeableType");
    public static final CimName CONFIGURATION_NAME = CimName.of("ConfigurationName");

    static final CimName ARCHITECTURE = CimName.of("Architecture");
    static final CimName AUTOMATIC_RECOVERY_ACTION = CimName.of("AutomaticRecoveryAction");
    static final CimName AUTOMATIC_SHUTDOWN_ACTION = CimName.of("AutomaticShutdownAction");
    static final CimName AUTOMATIC_STARTUP_ACTION = CimName.of("AutomaticStartupAction");
    static final CimName CREATION_TIME = CimName.of("CreationTime");
    static final CimName FIRMWARE_TYPE = CimName.of("FirmwareType");
    static final CimName GENERATION = CimName.of("Generation");
    static final CimName MACHINE_TYPE = CimName.of("MachineType");
    static final CimName VIRTUAL_SYSTEM_IDENTIFIER = CimName.of("VirtualSystemIdentifier");
    static final CimName VIRTUAL_SYSTEM_TYPE = CimName.of("VirtualSystemType");

    static final CimName IS_CURRENT = CimName.of("IsCurrent");
    static final CimName IS_DEFAULT = CimName.of("IsDefault");
    static final CimName IS_NEXT = CimName.of("IsNext");
    public static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    public static final CimName SETTING_DATA = CimName.of("SettingData");

    private SettingsNames() {}
}
