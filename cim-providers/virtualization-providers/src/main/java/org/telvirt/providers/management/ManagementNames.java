package org.telvirt.providers.management;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters of the management service. */
final class ManagementNames {
    static final CimName CIM_COMPUTER_SYSTEM = CimName.of("CIM_ComputerSystem");
    static final CimName CIM_HOSTED_SERVICE = CimName.of("CIM_HostedService");
    static final CimName CIM_RESOURCE_ALLOCATION_SETTING_DATA = CimName.of("CIM_ResourceAllocationSettingData");
    static final CimName CIM_SERVICE_AFFECTS_ELEMENT = CimName.of("CIM_ServiceAffectsElement");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_VirtualSystemManagementCapabilities");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_VirtualSystemManagementService");

    static final CimName ASYNCHRONOUS_METHODS_SUPPORTED = CimName.of("AsynchronousMethodsSupported");
    static final CimName INDICATIONS_SUPPORTED = CimName.of("IndicationsSupported");
    static final CimName SYNCHRONOUS_METHODS_SUPPORTED = CimName.of("SynchronousMethodsSupported");
    static final CimName VIRTUAL_SYSTEM_TYPES_SUPPORTED = CimName.of("VirtualSystemTypesSupported");

    static final CimName AFFECTED_ELEMENT = CimName.of("AffectedElement");
    static final CimName AFFECTING_ELEMENT = CimName.of("AffectingElement");
    static final CimName ELEMENT_EFFECTS = CimName.of("ElementEffects");

    static final CimName ADD_RESOURCE_SETTINGS = CimName.of("AddResourceSettings");
    static final CimName CHECK_SYSTEMS = CimName.of("CheckSystems");
    static final CimName DEFINE_SYSTEM = CimName.of("DefineSystem");
    static final CimName DESTROY_SYSTEM = CimName.of("DestroySystem");
    static final CimName MODIFY_RESOURCE_SETTINGS = CimName.of("ModifyResourceSettings");
    static final CimName MODIFY_SYSTEM_SETTINGS = CimName.of("ModifySystemSettings");
    static final CimName REMOVE_RESOURCE_SETTINGS = CimName.of("RemoveResourceSettings");

    static final CimName AFFECTED_CONFIGURATION = CimName.of("AffectedConfiguration");
    static final CimName AFFECTED_SYSTEM = CimName.of("AffectedSystem");
    static final CimName FITS = CimName.of("Fits");
    static final CimName LACKING = CimName.of("Lacking");
    static final CimName REFERENCE_CONFIGURATION = CimName.of("ReferenceConfiguration");
    static final CimName RESOURCE_SETTINGS = CimName.of("ResourceSettings");
    static final CimName RESOURCE_SYSTEMS = CimName.of("ResourceSystems");
    static final CimName RESULTING_RESOURCE_SETTINGS = CimName.of("ResultingResourceSettings");
    static final CimName RESULTING_SYSTEM = CimName.of("ResultingSystem");
    static final CimName SYSTEMS = CimName.of("Systems");
    static final CimName SYSTEM_SETTINGS = CimName.of("SystemSettings");

    private ManagementNames() {}
}
