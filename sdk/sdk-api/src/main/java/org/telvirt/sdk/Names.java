package org.telvirt.sdk;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters that the SDK uses. */
final class Names {
    static final CimName CIM_COMPUTER_SYSTEM = CimName.of("CIM_ComputerSystem");
    static final CimName CIM_ELEMENT_SETTING_DATA = CimName.of("CIM_ElementSettingData");
    static final CimName CIM_SERVICE_AFFECTS_ELEMENT = CimName.of("CIM_ServiceAffectsElement");
    static final CimName CIM_SETTINGS_DEFINE_STATE = CimName.of("CIM_SettingsDefineState");
    static final CimName CIM_SNAPSHOT_OF_VIRTUAL_SYSTEM = CimName.of("CIM_SnapshotOfVirtualSystem");
    static final CimName CIM_VIRTUAL_SYSTEM_MANAGEMENT_SERVICE = CimName.of("CIM_VirtualSystemManagementService");
    static final CimName CIM_VIRTUAL_SYSTEM_SETTING_DATA = CimName.of("CIM_VirtualSystemSettingData");
    static final CimName CIM_VIRTUAL_SYSTEM_SETTING_DATA_COMPONENT =
            CimName.of("CIM_VirtualSystemSettingDataComponent");
    static final CimName CIM_VIRTUAL_SYSTEM_SNAPSHOT_SERVICE = CimName.of("CIM_VirtualSystemSnapshotService");

    static final CimName ADD_RESOURCE_SETTINGS = CimName.of("AddResourceSettings");
    static final CimName APPLY_SNAPSHOT = CimName.of("ApplySnapshot");
    static final CimName CREATE_SNAPSHOT = CimName.of("CreateSnapshot");
    static final CimName DEFINE_SYSTEM = CimName.of("DefineSystem");
    static final CimName DESTROY_SNAPSHOT = CimName.of("DestroySnapshot");
    static final CimName DESTROY_SYSTEM = CimName.of("DestroySystem");
    static final CimName MODIFY_RESOURCE_SETTINGS = CimName.of("ModifyResourceSettings");
    static final CimName REMOVE_RESOURCE_SETTINGS = CimName.of("RemoveResourceSettings");
    static final CimName REQUEST_STATE_CHANGE = CimName.of("RequestStateChange");

    static final CimName AFFECTED_CONFIGURATION = CimName.of("AffectedConfiguration");
    static final CimName AFFECTED_SNAPSHOT = CimName.of("AffectedSnapshot");
    static final CimName AFFECTED_SYSTEM = CimName.of("AffectedSystem");
    static final CimName JOB = CimName.of("Job");
    static final CimName REQUESTED_STATE = CimName.of("RequestedState");
    static final CimName RESOURCE_SETTINGS = CimName.of("ResourceSettings");
    static final CimName RESULTING_RESOURCE_SETTINGS = CimName.of("ResultingResourceSettings");
    static final CimName RESULTING_SYSTEM = CimName.of("ResultingSystem");
    static final CimName SNAPSHOT = CimName.of("Snapshot");
    static final CimName SNAPSHOT_SETTINGS = CimName.of("SnapshotSettings");
    static final CimName SNAPSHOT_TYPE = CimName.of("SnapshotType");
    static final CimName SYSTEM_SETTINGS = CimName.of("SystemSettings");
    static final CimName TIMEOUT_PERIOD = CimName.of("TimeoutPeriod");

    static final CimName AFFECTING_ELEMENT = CimName.of("AffectingElement");
    static final CimName ELEMENT_NAME = CimName.of("ElementName");
    static final CimName ENABLED_STATE = CimName.of("EnabledState");
    static final CimName ERROR_DESCRIPTION = CimName.of("ErrorDescription");
    static final CimName IS_NEXT = CimName.of("IsNext");
    static final CimName JOB_STATE = CimName.of("JobState");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName PERCENT_COMPLETE = CimName.of("PercentComplete");
    static final CimName SETTING_DATA = CimName.of("SettingData");

    private Names() {}
}
