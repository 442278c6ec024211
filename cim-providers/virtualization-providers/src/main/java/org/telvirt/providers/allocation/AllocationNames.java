package org.telvirt.providers.allocation;

import org.telvirt.cim.CimName;

/** The classes and properties of allocation capabilities. */
final class AllocationNames {
    static final CimName CIM_SETTINGS_DEFINE_CAPABILITIES = CimName.of("CIM_SettingsDefineCapabilities");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_AllocationCapabilities");
    static final CimName TELVIRT_TEMPLATE = CimName.of("Telvirt_AllocationTemplate");

    static final CimName CHARACTERISTICS = CimName.of("Characteristics");
    static final CimName REQUEST_TYPES_SUPPORTED = CimName.of("RequestTypesSupported");
    static final CimName SHARING_MODE = CimName.of("SharingMode");
    static final CimName SUPPORTED_ADD_STATES = CimName.of("SupportedAddStates");
    static final CimName SUPPORTED_REMOVE_STATES = CimName.of("SupportedRemoveStates");

    static final CimName PROPERTY_POLICY = CimName.of("PropertyPolicy");
    static final CimName VALUE_RANGE = CimName.of("ValueRange");
    static final CimName VALUE_ROLE = CimName.of("ValueRole");

    static final CimName GROUP_COMPONENT = CimName.of("GroupComponent");
    static final CimName PART_COMPONENT = CimName.of("PartComponent");

    static final CimName CHANGEABLE_TYPE = CimName.of("ChangeableType");

    private AllocationNames() {}
}
