package org.telvirt.providers.console;

import org.telvirt.cim.CimName;

/** The classes and properties of consoles. */
final class ConsoleNames {
    static final CimName CIM_BINDS_TO = CimName.of("CIM_BindsTo");
    static final CimName CIM_HOSTED_ACCESS_POINT = CimName.of("CIM_HostedAccessPoint");
    static final CimName CIM_SAP_AVAILABLE_FOR_ELEMENT = CimName.of("CIM_SAPAvailableForElement");
    static final CimName CIM_SERVICE_ACCESS_BY_SAP = CimName.of("CIM_ServiceAccessBySAP");
    static final CimName TELVIRT_KVM_CAPABILITIES = CimName.of("Telvirt_KVMRedirectionServiceCapabilities");
    static final CimName TELVIRT_KVM_SAP = CimName.of("Telvirt_KVMRedirectionSAP");
    static final CimName TELVIRT_KVM_SERVICE = CimName.of("Telvirt_KVMRedirectionService");
    static final CimName TELVIRT_REMOTE_SAP = CimName.of("Telvirt_RemoteServiceAccessPoint");
    static final CimName TELVIRT_TCP_ENDPOINT = CimName.of("Telvirt_TCPProtocolEndpoint");
    static final CimName TELVIRT_TEXT_CAPABILITIES = CimName.of("Telvirt_TextRedirectionServiceCapabilities");
    static final CimName TELVIRT_TEXT_SAP = CimName.of("Telvirt_TextRedirectionSAP");
    static final CimName TELVIRT_TEXT_SERVICE = CimName.of("Telvirt_TextRedirectionService");

    static final CimName ACCESS_CONTEXT = CimName.of("AccessContext");
    static final CimName ACCESS_INFO = CimName.of("AccessInfo");
    static final CimName AVAILABLE_SAP = CimName.of("AvailableSAP");
    static final CimName INFO_FORMAT = CimName.of("InfoFormat");
    static final CimName KVM_PROTOCOL = CimName.of("KVMProtocol");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName NAME_FORMAT = CimName.of("NameFormat");
    static final CimName OTHER_ACCESS_CONTEXT = CimName.of("OtherAccessContext");
    static final CimName PORT_NUMBER = CimName.of("PortNumber");
    static final CimName PROTOCOL_IF_TYPE = CimName.of("ProtocolIFType");
    static final CimName REDIRECTION_SERVICE_TYPE = CimName.of("RedirectionServiceType");
    static final CimName SHARING_MODE = CimName.of("SharingMode");
    static final CimName SHARING_MODE_SUPPORTED = CimName.of("SharingModeSupported");
    static final CimName TEXT_FLOW_TYPE = CimName.of("TextFlowType");

    private ConsoleNames() {}
}
