package org.telvirt.providers.registration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** The profiles of the DMTF that are implemented; the names are exactly those that clients compare. */
public enum Profile {
    PROFILE_REGISTRATION("DSP1033", "Profile Registration", "1.0.0"),
    SYSTEM_VIRTUALIZATION("DSP1042", "System Virtualization", "1.0.0"),
    VIRTUAL_SYSTEM("DSP1057", "Virtual System", "1.0.0"),
    COMPUTER_SYSTEM("DSP1052", "Computer System", "1.0.2"),
    BOOT_CONTROL("DSP1012", "Boot Control", "1.0.2"),
    POWER_STATE_MANAGEMENT("DSP1027", "Power State Management", "1.0.2"),
    KVM_REDIRECTION("DSP1076", "KVM Redirection", "1.0.0"),
    RESOURCE_ALLOCATION("DSP1041", "Resource Allocation", "1.1.0"),
    ALLOCATION_CAPABILITIES("DSP1043", "Allocation Capabilities", "1.0.0"),
    PROCESSOR_VIRTUALIZATION("DSP1044", "Processor Device Resource Virtualization", "1.0.0"),
    MEMORY_VIRTUALIZATION("DSP1045", "Memory Resource Virtualization", "1.0.0"),
    STORAGE_VIRTUALIZATION("DSP1047", "Storage Resource Virtualization", "1.0.0"),
    ETHERNET_PORT_VIRTUALIZATION("DSP1050", "Ethernet Port Resource Virtualization", "1.0.0"),
    GENERIC_DEVICE_VIRTUALIZATION("DSP1059", "Generic Device Resource Virtualization", "1.0.0"),
    VIRTUAL_ETHERNET_SWITCH("DSP1097", "Virtual Ethernet Switch", "1.1.0"),
    VIRTUAL_SYSTEM_MIGRATION("DSP1081", "Virtual System Migration", "1.0.0"),
    JOB_CONTROL("DSP1103", "Job Control", "1.0.0");

    private static final int DMTF = 2;
    private static final int NOT_ADVERTISED = 2;
    private static final int SPECIFICATION_IS_PROFILE = 2;

    private final String document;
    private final String registeredName;
    private final String version;

    Profile(String document, String registeredName, String version) {
        this.document = document;
        this.registeredName = registeredName;
        this.version = version;
    }

    /** The profiles that this one refers to, as far as they are implemented. */
    Set<Profile> references() {
        return switch (this) {
            case SYSTEM_VIRTUALIZATION ->
                EnumSet.of(
                        VIRTUAL_SYSTEM,
                        PROCESSOR_VIRTUALIZATION,
                        MEMORY_VIRTUALIZATION,
                        STORAGE_VIRTUALIZATION,
                        ETHERNET_PORT_VIRTUALIZATION,
                        GENERIC_DEVICE_VIRTUALIZATION,
                        VIRTUAL_ETHERNET_SWITCH,
                        VIRTUAL_SYSTEM_MIGRATION,
                        JOB_CONTROL);
            case VIRTUAL_SYSTEM_MIGRATION -> EnumSet.of(VIRTUAL_SYSTEM, JOB_CONTROL);
            case VIRTUAL_SYSTEM -> EnumSet.of(BOOT_CONTROL, POWER_STATE_MANAGEMENT, KVM_REDIRECTION, JOB_CONTROL);
            case COMPUTER_SYSTEM -> EnumSet.of(BOOT_CONTROL, POWER_STATE_MANAGEMENT, KVM_REDIRECTION);
            case RESOURCE_ALLOCATION -> EnumSet.of(ALLOCATION_CAPABILITIES);
            case VIRTUAL_ETHERNET_SWITCH ->
                EnumSet.of(ETHERNET_PORT_VIRTUALIZATION, RESOURCE_ALLOCATION, ALLOCATION_CAPABILITIES);
            case PROCESSOR_VIRTUALIZATION,
                    MEMORY_VIRTUALIZATION,
                    STORAGE_VIRTUALIZATION,
                    ETHERNET_PORT_VIRTUALIZATION,
                    GENERIC_DEVICE_VIRTUALIZATION -> EnumSet.of(RESOURCE_ALLOCATION, ALLOCATION_CAPABILITIES);
            default -> EnumSet.noneOf(Profile.class);
        };
    }

    /** The profile that is registered at this path; null: none is. */
    static @Nullable Profile at(CimInstancePath path) {
        return Arrays.stream(values())
                .filter(profile -> profile.isAt(path))
                .findFirst()
                .orElse(null);
    }

    /** Where the profile is registered, in the Interop namespace. */
    CimInstancePath path() {
        return CimInstancePath.of(RegistrationNames.TELVIRT_REGISTERED_PROFILE, ElementNames.INSTANCE_ID, instanceId());
    }

    private String instanceId() {
        return OrgId.prefix(document + "-" + registeredName.replace(" ", "") + "-" + version);
    }

    /** Whether the path is that of this profile. */
    boolean isAt(CimInstancePath path) {
        return instanceId().equals(path.text(ElementNames.INSTANCE_ID));
    }

    CimInstance toInstance() {
        return CimInstance.of(RegistrationNames.TELVIRT_REGISTERED_PROFILE)
                .withKeys(path())
                .with(ElementNames.ELEMENT_NAME, registeredName)
                .with(ElementNames.CAPTION, document + " " + registeredName + " " + version)
                .with(RegistrationNames.REGISTERED_ORGANIZATION, CimValues.uint16(DMTF))
                .with(RegistrationNames.REGISTERED_NAME, registeredName)
                .with(RegistrationNames.REGISTERED_VERSION, version)
                .with(RegistrationNames.ADVERTISE_TYPES, CimValues.uint16s(NOT_ADVERTISED))
                .with(RegistrationNames.SPECIFICATION_TYPE, CimValues.uint16(SPECIFICATION_IS_PROFILE))
                .at(path());
    }
}
