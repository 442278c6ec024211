package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;

/** Virtual devices and how they come from resources: DSP1044, 1045, 1047, 1049, 1050 and 1059. */
final class DeviceClauses {
    private static final String[] KEYS = {"SystemCreationClassName", "SystemName", "CreationClassName", "DeviceID"};
    private static final String RASD = "CIM_ResourceAllocationSettingData";

    private DeviceClauses() {}

    static List<Profile> profiles() {
        return List.of(
                of(
                        "DSP1044",
                        "Processor Device Resource Virtualization",
                        "CIM_Processor",
                        Clause.of(
                                "DSP1044 CIM_Processor",
                                "an active virtual system has as many processors as its setting says",
                                DeviceClauses::processors)),
                of(
                        "DSP1045",
                        "Memory Resource Virtualization",
                        "CIM_Memory",
                        Clause.of(
                                "DSP1045 CIM_Memory",
                                "the memory of an active virtual system is as large as its setting says",
                                DeviceClauses::memory)),
                of("DSP1047", "Storage Resource Virtualization", "CIM_LogicalDisk", null),
                of("DSP1049", "Storage Adapter Resource Virtualization", "CIM_Controller", null),
                of("DSP1050", "Ethernet Port Resource Virtualization", "CIM_EthernetPort", null),
                of("DSP1059", "Generic Device Resource Virtualization", "CIM_LogicalDevice", null));
    }

    private static Profile of(String document, String name, String device, @Nullable Clause more) {
        Elements devices = subject -> virtual(subject, device);
        List<Clause> clauses = new ArrayList<>(List.of(
                Clause.of(
                        document + " " + device,
                        "every virtual device has its keys and states",
                        Demands.say(
                                devices,
                                "SystemCreationClassName",
                                "SystemName",
                                "CreationClassName",
                                "DeviceID",
                                "EnabledState",
                                "RequestedState",
                                "HealthState",
                                "OperationalStatus")),
                Clause.of(
                        document + " CIM_SystemDevice",
                        "every virtual device is of exactly one system, which its keys name",
                        Demands.all(
                                Demands.toOne(
                                        devices,
                                        new Way("CIM_SystemDevice", "PartComponent", "GroupComponent", "CIM_System")),
                                (subject, findings) -> keys(subject, devices, findings))),
                Clause.of(
                        document + " CIM_SettingsDefineState",
                        "every virtual device has exactly one state setting, which is part of the state configuration of its system",
                        Demands.all(
                                Demands.toOne(
                                        devices,
                                        new Way("CIM_SettingsDefineState", "ManagedElement", "SettingData", RASD)),
                                (subject, findings) -> sameConfiguration(subject, devices, findings))),
                Clause.of(
                        document + " CIM_ElementAllocatedFromPool",
                        "every virtual device comes from one pool at most, of the resource type of its setting",
                        (subject, findings) -> pools(subject, devices, findings))));
        if (more != null) {
            clauses.add(more);
        }
        return new Profile(document, name, false, clauses);
    }

    /** Devices of virtual systems, not of hosts. */
    private static List<CimInstance> virtual(Subject subject, String device) throws CimException {
        List<String> names = subject.virtualSystems().stream()
                .map(system -> String.valueOf(system.text(CimName.of("Name"))))
                .toList();
        return subject.every(device).stream()
                .filter(each -> names.contains(each.text(CimName.of("SystemName"))))
                .toList();
    }

    private static void keys(Subject subject, Elements devices, Findings findings) throws CimException {
        Way system = new Way("CIM_SystemDevice", "PartComponent", "GroupComponent", "CIM_System");
        for (CimInstance device : devices.of(subject)) {
            Demands.nonNull(device, findings, KEYS);
            for (CimInstance of : system.instances(subject, device)) {
                findings.unless(
                        Objects.equals(of.text(CimName.of("Name")), device.text(CimName.of("SystemName"))),
                        path(device),
                        "is a device of " + path(of) + ", which SystemName does not name");
            }
        }
    }

    private static void sameConfiguration(Subject subject, Elements devices, Findings findings) throws CimException {
        Way system = new Way("CIM_SystemDevice", "PartComponent", "GroupComponent", "CIM_System");
        Way setting = new Way("CIM_SettingsDefineState", "ManagedElement", "SettingData", RASD);
        Way whole = new Way(
                "CIM_VirtualSystemSettingDataComponent",
                "PartComponent",
                "GroupComponent",
                "CIM_VirtualSystemSettingData");
        Way state = new Way("CIM_SettingsDefineState", "ManagedElement", "SettingData", "CIM_VirtualSystemSettingData");
        for (CimInstance device : devices.of(subject)) {
            for (CimInstance of : system.instances(subject, device)) {
                for (CimInstance rasd : setting.instances(subject, device)) {
                    findings.unless(
                            whole.from(subject, rasd).equals(state.from(subject, of)),
                            path(rasd),
                            "is the state of " + path(device) + " but no part of the state configuration of "
                                    + path(of));
                }
            }
        }
    }

    private static void pools(Subject subject, Elements devices, Findings findings) throws CimException {
        Way pool = new Way("CIM_ElementAllocatedFromPool", "Dependent", "Antecedent", "CIM_ResourcePool");
        Way setting = new Way("CIM_SettingsDefineState", "ManagedElement", "SettingData", RASD);
        CimName type = CimName.of("ResourceType");
        for (CimInstance device : devices.of(subject)) {
            List<CimInstance> pools = pool.instances(subject, device);
            findings.unless(pools.size() <= 1, path(device), "comes from " + pools.size() + " pools");
            for (CimInstance from : pools) {
                for (CimInstance rasd : setting.instances(subject, device)) {
                    findings.unless(
                            Objects.equals(from.number(type), rasd.number(type)),
                            path(device),
                            "is of resource type " + rasd.number(type) + " and comes from a pool of "
                                    + from.number(type));
                }
            }
        }
    }

    private static void processors(Subject subject, Findings findings) throws CimException {
        Way processors = new Way("CIM_SystemDevice", "GroupComponent", "PartComponent", "CIM_Processor");
        try (Specimen specimen = subject.laboratory().specimen(Resource.processors(3), Resource.memory(16))) {
            specimen.bring(SystemState.ACTIVE);
            int count = processors.from(subject, specimen.instance()).size();
            findings.unless(count == 3, specimen.path(), "has " + count + " processors, not 3");
        }
    }

    private static void memory(Subject subject, Findings findings) throws CimException {
        Way memory = new Way("CIM_SystemDevice", "GroupComponent", "PartComponent", "CIM_Memory");
        try (Specimen specimen = subject.laboratory().specimen(Resource.processors(1), Resource.memory(48))) {
            specimen.bring(SystemState.ACTIVE);
            long bytes = 0;
            for (CimInstance each : memory.instances(subject, specimen.instance())) {
                Long size = each.number(CimName.of("BlockSize"));
                Long blocks = each.number(CimName.of("NumberOfBlocks"));
                bytes += size == null || blocks == null ? 0 : size * blocks;
            }
            findings.unless(bytes == 48L << 20, specimen.path(), "has memory of " + bytes + " bytes, not 48 MiB");
        }
    }
}
