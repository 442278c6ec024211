package org.telvirt.cimom.fleet;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Names that the fleet and the tests use. */
public final class FleetNames {
    public static final CimNamespace ROOT_VIRT = CimNamespace.of("root/virt");
    public static final CimNamespace ROOT_INTEROP = CimNamespace.of("root/interop");
    public static final CimNamespace INTEROP = CimNamespace.of("interop");
    public static final CimNamespace PG_INTEROP = CimNamespace.of("root/PG_InterOp");

    public static final CimName COMPUTER_SYSTEM = CimName.of("Telvirt_ComputerSystem");
    public static final CimName HOST_SYSTEM = CimName.of("Telvirt_HostSystem");
    public static final CimName SETTING_DATA = CimName.of("Telvirt_VirtualSystemSettingData");
    public static final CimName SERVICE = CimName.of("Telvirt_VirtualSystemManagementService");
    public static final CimName PROFILE = CimName.of("Telvirt_RegisteredProfile");
    public static final CimName HOSTED_DEPENDENCY = CimName.of("CIM_HostedDependency");
    public static final CimName HOSTED_SERVICE = CimName.of("CIM_HostedService");
    public static final CimName SETTINGS_DEFINE_STATE = CimName.of("CIM_SettingsDefineState");
    public static final CimName ELEMENT_SETTING_DATA = CimName.of("CIM_ElementSettingData");
    public static final CimName ELEMENT_CONFORMS = CimName.of("CIM_ElementConformsToProfile");
    public static final CimName GAUGE = CimName.of("Test_Gauge");
    public static final CimName NEXT_GAUGE = CimName.of("Test_NextGauge");

    public static final CimName ANTECEDENT = CimName.of("Antecedent");
    public static final CimName DEPENDENT = CimName.of("Dependent");
    public static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    public static final CimName SETTING_DATA_ROLE = CimName.of("SettingData");
    public static final CimName CONFORMANT_STANDARD = CimName.of("ConformantStandard");
    public static final CimName CREATION_CLASS_NAME = CimName.of("CreationClassName");
    public static final CimName SYSTEM_CREATION_CLASS_NAME = CimName.of("SystemCreationClassName");
    public static final CimName SYSTEM_NAME = CimName.of("SystemName");
    public static final CimName NAME = CimName.of("Name");
    public static final CimName INSTANCE_ID = CimName.of("InstanceID");
    public static final CimName ELEMENT_NAME = CimName.of("ElementName");
    public static final CimName ENABLED_STATE = CimName.of("EnabledState");
    public static final CimName IS_CURRENT = CimName.of("IsCurrent");

    private FleetNames() {}

    public static CimName name(String text) {
        return CimName.of(text);
    }
}
