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
    static final CimName AUTOMATIC_STARTUP_ACTION_DELAY = CimName.of("AutomaticStartupActionDelay");
    static final CimName AUTOMATIC_STARTUP_ACTION_SEQUENCE_NUMBER = CimName.of("AutomaticStartupActionSequenceNumber");
    static final CimName CRASH_ACTION = CimName.of("CrashAction");
    static final CimName CREATION_TIME = CimName.of("CreationTime");
    static final CimName ENDIANNESS = CimName.of("Endianness");
    static final CimName FIRMWARE_STRINGS = CimName.of("FirmwareStrings");
    static final CimName FIRMWARE_TYPE = CimName.of("FirmwareType");
    static final CimName GENERATION = CimName.of("Generation");
    static final CimName GUEST_AGENT = CimName.of("GuestAgent");
    static final CimName INITIAL_RAM_DISK = CimName.of("InitialRAMDisk");
    static final CimName KERNEL_ARGUMENTS = CimName.of("KernelArguments");
    static final CimName KERNEL_IMAGE = CimName.of("KernelImage");
    static final CimName MACHINE_TYPE = CimName.of("MachineType");
    static final CimName METADATA = CimName.of("Metadata");
    static final CimName NOTES = CimName.of("Notes");
    static final CimName PANIC_DEVICE = CimName.of("PanicDevice");
    static final CimName PARENT_SNAPSHOT = CimName.of("ParentSnapshot");
    static final CimName POWER_OFF_ACTION = CimName.of("PowerOffAction");
    static final CimName REBOOT_ACTION = CimName.of("RebootAction");
    static final CimName SECURE_BOOT = CimName.of("SecureBoot");
    static final CimName SHUTDOWN_TIMEOUT_ACTION = CimName.of("ShutdownTimeoutAction");
    static final CimName SNAPSHOT_TYPE = CimName.of("SnapshotType");
    static final CimName START_PARAMETERS = CimName.of("StartParameters");
    static final CimName VIRTUAL_SYSTEM_IDENTIFIER = CimName.of("VirtualSystemIdentifier");
    static final CimName VIRTUAL_SYSTEM_TYPE = CimName.of("VirtualSystemType");
    static final CimName WATCHDOG_ACTION = CimName.of("WatchdogAction");
    static final CimName WATCHDOG_MODEL = CimName.of("WatchdogModel");

    static final CimName IS_CURRENT = CimName.of("IsCurrent");
    static final CimName IS_DEFAULT = CimName.of("IsDefault");
    static final CimName IS_NEXT = CimName.of("IsNext");
    public static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    public static final CimName SETTING_DATA = CimName.of("SettingData");

    private SettingsNames() {}
}
