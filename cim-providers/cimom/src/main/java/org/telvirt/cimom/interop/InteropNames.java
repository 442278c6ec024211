package org.telvirt.cimom.interop;

import org.telvirt.cim.CimName;

/** The names of the classes and properties of the server itself. */
public final class InteropNames {
    public static final CimName CIM_NAMESPACE = CimName.of("CIM_Namespace");
    public static final CimName TELVIRT_NAMESPACE = CimName.of("Telvirt_Namespace");
    public static final CimName TELVIRT_OBJECT_MANAGER = CimName.of("Telvirt_ObjectManager");
    public static final CimName TELVIRT_CIMXML = CimName.of("Telvirt_CIMXMLCommunicationMechanism");
    public static final CimName NAMESPACE_IN_MANAGER = CimName.of("CIM_NamespaceInManager");
    public static final CimName COMM_MECHANISM_FOR_MANAGER = CimName.of("CIM_CommMechanismForManager");

    static final CimName HOSTED_ACCESS_POINT = CimName.of("CIM_HostedAccessPoint");
    static final CimName HOSTED_SERVICE = CimName.of("CIM_HostedService");
    static final CimName ANTECEDENT = CimName.of("Antecedent");
    static final CimName DEPENDENT = CimName.of("Dependent");
    static final CimName SYSTEM_CREATION_CLASS_NAME = CimName.of("SystemCreationClassName");
    static final CimName SYSTEM_NAME = CimName.of("SystemName");
    static final CimName OBJECT_MANAGER_CREATION_CLASS_NAME = CimName.of("ObjectManagerCreationClassName");
    static final CimName OBJECT_MANAGER_NAME = CimName.of("ObjectManagerName");
    static final CimName CREATION_CLASS_NAME = CimName.of("CreationClassName");
    static final CimName NAME = CimName.of("Name");
    static final CimName ELEMENT_NAME = CimName.of("ElementName");
    static final CimName DESCRIPTION = CimName.of("Description");
    static final CimName CLASS_INFO = CimName.of("ClassInfo");
    static final CimName DESCRIPTION_OF_CLASS_INFO = CimName.of("DescriptionOfClassInfo");
    static final CimName OPERATIONAL_STATUS = CimName.of("OperationalStatus");
    static final CimName ENABLED_STATE = CimName.of("EnabledState");
    static final CimName STARTED = CimName.of("Started");
    static final CimName GATHER_STATISTICAL_DATA = CimName.of("GatherStatisticalData");
    static final CimName COMMUNICATION_MECHANISM = CimName.of("CommunicationMechanism");
    static final CimName FUNCTIONAL_PROFILES_SUPPORTED = CimName.of("FunctionalProfilesSupported");
    static final CimName MULTIPLE_OPERATIONS_SUPPORTED = CimName.of("MultipleOperationsSupported");
    static final CimName AUTHENTICATION_MECHANISMS_SUPPORTED = CimName.of("AuthenticationMechanismsSupported");
    static final CimName ADVERTISE_TYPES = CimName.of("AdvertiseTypes");
    static final CimName VERSION = CimName.of("Version");
    static final CimName CIMXML_PROTOCOL_VERSION = CimName.of("CIMXMLProtocolVersion");
    static final CimName CIM_VALIDATED = CimName.of("CIMValidated");
    static final CimName CONTINUATION_ON_ERROR = CimName.of("PulledEnumerationContinuationOnErrorSupported");
    static final CimName CLOSURE_ON_LIMITS = CimName.of("PulledEnumerationClosureOnExceedingServerLimitsSupported");
    static final CimName MAXIMUM_TIMEOUT = CimName.of("PulledEnumerationMaximumOperationTimeout");
    static final CimName MINIMUM_TIMEOUT = CimName.of("PulledEnumerationMinimumOperationTimeout");
    static final CimName NO_TIMEOUT = CimName.of("PulledEnumerationNoOperationTimeoutSupported");

    private InteropNames() {}
}
