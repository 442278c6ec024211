package org.telvirt.access.profile;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** The names of the classes, properties, methods and parameters of the profile. */
final class AccessNames {
    static final CimNamespace INTEROP = CimNamespace.of("root/interop");

    static final CimName TELVIRT_ROLE = CimName.of("Telvirt_Role");
    static final CimName TELVIRT_PRIVILEGE = CimName.of("Telvirt_Privilege");
    static final CimName TELVIRT_IDENTITY = CimName.of("Telvirt_Identity");
    static final CimName TELVIRT_SERVICE = CimName.of("Telvirt_RoleBasedAuthorizationService");
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_RoleBasedManagementCapabilities");
    static final CimName TELVIRT_PROFILE = CimName.of("Telvirt_AuthorizationProfile");

    static final CimName MEMBER_OF_COLLECTION = CimName.of("CIM_MemberOfCollection");
    static final CimName OWNING_COLLECTION_ELEMENT = CimName.of("CIM_OwningCollectionElement");
    static final CimName SERVICE_AFFECTS_ELEMENT = CimName.of("CIM_ServiceAffectsElement");
    static final CimName HOSTED_SERVICE = CimName.of("CIM_HostedService");
    static final CimName ELEMENT_CAPABILITIES = CimName.of("CIM_ElementCapabilities");
    static final CimName ELEMENT_CONFORMS_TO_PROFILE = CimName.of("CIM_ElementConformsToProfile");

    static final CimName COLLECTION = CimName.of("Collection");
    static final CimName MEMBER = CimName.of("Member");
    static final CimName OWNING_ELEMENT = CimName.of("OwningElement");
    static final CimName OWNED_ELEMENT = CimName.of("OwnedElement");
    static final CimName AFFECTED_ELEMENT = CimName.of("AffectedElement");
    static final CimName AFFECTING_ELEMENT = CimName.of("AffectingElement");
    static final CimName ELEMENT_EFFECTS = CimName.of("ElementEffects");
    static final CimName ANTECEDENT = CimName.of("Antecedent");
    static final CimName DEPENDENT = CimName.of("Dependent");
    static final CimName MANAGED_ELEMENT = CimName.of("ManagedElement");
    static final CimName CAPABILITIES = CimName.of("Capabilities");
    static final CimName CONFORMANT_STANDARD = CimName.of("ConformantStandard");

    static final CimName SYSTEM_CREATION_CLASS_NAME = CimName.of("SystemCreationClassName");
    static final CimName SYSTEM_NAME = CimName.of("SystemName");
    static final CimName CREATION_CLASS_NAME = CimName.of("CreationClassName");
    static final CimName NAME = CimName.of("Name");
    static final CimName INSTANCE_ID = CimName.of("InstanceID");
    static final CimName ELEMENT_NAME = CimName.of("ElementName");
    static final CimName CAPTION = CimName.of("Caption");
    static final CimName COMMON_NAME = CimName.of("CommonName");
    static final CimName ROLE_CHARACTERISTICS = CimName.of("RoleCharacteristics");
    static final CimName PRIVILEGE_GRANTED = CimName.of("PrivilegeGranted");
    static final CimName ACTIVITIES = CimName.of("Activities");
    static final CimName ACTIVITY_QUALIFIERS = CimName.of("ActivityQualifiers");
    static final CimName QUALIFIER_FORMATS = CimName.of("QualifierFormats");
    static final CimName REPRESENTS_AUTHORIZATION_RIGHTS = CimName.of("RepresentsAuthorizationRights");
    static final CimName CURRENTLY_AUTHENTICATED = CimName.of("CurrentlyAuthenticated");
    static final CimName ENABLED_STATE = CimName.of("EnabledState");
    static final CimName STARTED = CimName.of("Started");
    static final CimName OPERATIONAL_STATUS = CimName.of("OperationalStatus");
    static final CimName SHARED_PRIVILEGE_SUPPORTED = CimName.of("SharedPrivilegeSupported");
    static final CimName ACTIVITIES_SUPPORTED = CimName.of("ActivitiesSupported");
    static final CimName QUALIFIER_FORMATS_SUPPORTED = CimName.of("QualifierFormatsSupported");
    static final CimName SUPPORTED_METHODS = CimName.of("SupportedMethods");
    static final CimName REGISTERED_ORGANIZATION = CimName.of("RegisteredOrganization");
    static final CimName REGISTERED_NAME = CimName.of("RegisteredName");
    static final CimName REGISTERED_VERSION = CimName.of("RegisteredVersion");
    static final CimName ADVERTISE_TYPES = CimName.of("AdvertiseTypes");
    static final CimName SPECIFICATION_TYPE = CimName.of("SpecificationType");

    static final CimName CREATE_ROLE = CimName.of("CreateRole");
    static final CimName MODIFY_ROLE = CimName.of("ModifyRole");
    static final CimName DELETE_ROLE = CimName.of("DeleteRole");
    static final CimName ASSIGN_ROLES = CimName.of("AssignRoles");
    static final CimName SHOW_ROLES = CimName.of("ShowRoles");
    static final CimName SHOW_ACCESS = CimName.of("ShowAccess");
    static final CimName ROLE_TEMPLATE = CimName.of("RoleTemplate");
    static final CimName PRIVILEGES = CimName.of("Privileges");
    static final CimName ROLE_LIMITED_TO_TARGETS = CimName.of("RoleLimitedToTargets");
    static final CimName ROLE = CimName.of("Role");
    static final CimName ROLES = CimName.of("Roles");
    static final CimName IDENTITY = CimName.of("Identity");
    static final CimName SUBJECT = CimName.of("Subject");
    static final CimName TARGET = CimName.of("Target");
    static final CimName OUT_SUBJECTS = CimName.of("OutSubjects");
    static final CimName OUT_TARGETS = CimName.of("OutTargets");

    private AccessNames() {}
}
