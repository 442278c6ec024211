package org.telvirt.providers.registration;

import org.telvirt.cim.CimName;

/** The classes, properties and methods of profile registration. */
final class RegistrationNames {
    static final CimName CIM_ELEMENT_CONFORMS_TO_PROFILE = CimName.of("CIM_ElementConformsToProfile");
    static final CimName CIM_MANAGED_ELEMENT = CimName.of("CIM_ManagedElement");
    static final CimName CIM_REFERENCED_PROFILE = CimName.of("CIM_ReferencedProfile");
    static final CimName TELVIRT_REGISTERED_PROFILE = CimName.of("Telvirt_RegisteredProfile");

    static final CimName ADVERTISE_TYPES = CimName.of("AdvertiseTypes");
    static final CimName REGISTERED_NAME = CimName.of("RegisteredName");
    static final CimName REGISTERED_ORGANIZATION = CimName.of("RegisteredOrganization");
    static final CimName REGISTERED_VERSION = CimName.of("RegisteredVersion");
    static final CimName SPECIFICATION_TYPE = CimName.of("SpecificationType");

    static final CimName CONFORMANT_STANDARD = CimName.of("ConformantStandard");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");

    static final CimName CENTRAL_INSTANCES = CimName.of("CentralInstances");
    static final CimName GET_CENTRAL_INSTANCES = CimName.of("GetCentralInstances");

    private RegistrationNames() {}
}
