package org.telvirt.providers.boot;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters of boot control. */
final class BootNames {
    static final CimName CIM_ELEMENT_SETTING_DATA = CimName.of("CIM_ElementSettingData");
    static final CimName CIM_ORDERED_COMPONENT = CimName.of("CIM_OrderedComponent");
    static final CimName TELVIRT_BOOT_CONFIG_SETTING = CimName.of("Telvirt_BootConfigSetting");
    static final CimName TELVIRT_BOOT_SOURCE_SETTING = CimName.of("Telvirt_BootSourceSetting");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_BootServiceCapabilities");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_BootService");

    static final CimName ASSIGNED_SEQUENCE = CimName.of("AssignedSequence");
    static final CimName BOOT_CONFIG_CAPABILITIES = CimName.of("BootConfigCapabilities");
    static final CimName BOOT_STRING = CimName.of("BootString");
    static final CimName BOOT_STRINGS_SUPPORTED = CimName.of("BootStringsSupported");
    static final CimName CHANGEABLE_TYPE = CimName.of("ChangeableType");
    static final CimName CONFIGURATION_NAME = CimName.of("ConfigurationName");
    static final CimName FAIL_THROUGH_SUPPORTED = CimName.of("FailThroughSupported");
    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName IS_CURRENT = CimName.of("IsCurrent");
    static final CimName IS_DEFAULT = CimName.of("IsDefault");
    static final CimName IS_NEXT = CimName.of("IsNext");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");
    static final CimName SETTING_DATA = CimName.of("SettingData");
    static final CimName STRUCTURED_BOOT_STRING = CimName.of("StructuredBootString");

    static final CimName BOOT_CONFIG_SETTING = CimName.of("BootConfigSetting");
    static final CimName CHANGE_BOOT_ORDER = CimName.of("ChangeBootOrder");
    static final CimName ROLE = CimName.of("Role");
    static final CimName SCOPING_COMPUTER_SYSTEM = CimName.of("ScopingComputerSystem");
    static final CimName SET_BOOT_CONFIG_USAGE = CimName.of("SetBootConfigUsage");
    static final CimName SOURCE = CimName.of("Source");

    private BootNames() {}
}
