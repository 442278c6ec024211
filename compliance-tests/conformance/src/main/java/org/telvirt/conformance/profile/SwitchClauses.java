package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
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

/** DSP1097 Virtual Ethernet Switch. */
final class SwitchClauses {
    private static final String SETTINGS_CLASS = "CIM_VirtualEthernetSwitchSettingData";
    private static final String PORT_CLASS = "CIM_EthernetPort";
    private static final Set<Long> NETWORK = Set.of(10L, 30L, 33L);
    private static final String SYSTEM = "CIM_ComputerSystem";
    private static final Elements SWITCHES = Subject::virtualSwitches;
    private static final Elements SETTINGS = Elements.every(SETTINGS_CLASS);
    private static final Way STATE =
            new Way("CIM_SettingsDefineState", "ManagedElement", "SettingData", SETTINGS_CLASS);
    private static final Way DEVICES = new Way("CIM_SystemDevice", "GroupComponent", "PartComponent", PORT_CLASS);

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1097 CIM_ComputerSystem",
                    "there is a switch, with its keys, its name and its state",
                    Demands.say(
                            SWITCHES,
                            "CreationClassName",
                            "Name",
                            "ElementName",
                            "EnabledState",
                            "RequestedState",
                            "OperationalStatus",
                            "HealthState",
                            "Dedicated")),
            Clause.of(
                    "DSP1097 CIM_HostedDependency",
                    "every switch is hosted by exactly one system, and hosts none",
                    Demands.all(
                            Demands.toOne(
                                    SWITCHES, new Way("CIM_HostedDependency", "Dependent", "Antecedent", "CIM_System")),
                            Demands.toNone(
                                    SWITCHES,
                                    new Way("CIM_HostedDependency", "Antecedent", "Dependent", "CIM_System")))),
            Clause.of(
                    "DSP1097 CIM_SettingsDefineState",
                    "every switch has exactly one state setting, which is the state of that switch alone",
                    Demands.all(
                            Demands.toOne(SWITCHES, STATE),
                            Demands.toOneAtMost(
                                    SETTINGS,
                                    new Way("CIM_SettingsDefineState", "SettingData", "ManagedElement", SYSTEM)))),
            Clause.of(
                    "DSP1097 CIM_VirtualEthernetSwitchSettingData",
                    "settings have identifiers OrgID:LocalID, a type OrgID:type, and a mode",
                    Demands.all(
                            Demands.identified(SETTINGS),
                            Demands.say(SETTINGS, "InstanceID", "ElementName", "VirtualSystemType", "EVBMode"),
                            SwitchClauses::types)),
            Clause.of(
                    "DSP1097 AssociatedResourcePool",
                    "the pools that settings name are there, and are of connections or adapters",
                    SwitchClauses::pools),
            Clause.of(
                    "DSP1097 CIM_SystemDevice",
                    "every port of a switch is a device of that switch, which its keys name",
                    SwitchClauses::keys),
            Clause.of(
                    "DSP1097 CIM_EthernetPort",
                    "a virtual system that starts with a network port is one port more, and one less when it stops",
                    SwitchClauses::plugging));

    private SwitchClauses() {}

    static Profile profile() {
        return new Profile("DSP1097", "Virtual Ethernet Switch", false, CLAUSES);
    }

    private static List<CimInstance> ports(Subject subject) throws CimException {
        List<CimInstance> ports = new ArrayList<>();
        for (CimInstance each : SWITCHES.of(subject)) {
            ports.addAll(DEVICES.instances(subject, each));
        }
        return ports;
    }

    private static void types(Subject subject, Findings findings) throws CimException {
        for (CimInstance settings : SETTINGS.of(subject)) {
            String type = String.valueOf(settings.text(CimName.of("VirtualSystemType")));
            findings.unless(
                    type.matches("[^:]+:.+"), path(settings), "VirtualSystemType '" + type + "' has no organization");
        }
    }

    private static void pools(Subject subject, Findings findings) throws CimException {
        List<CimInstance> pools = subject.every("CIM_ResourcePool");
        for (CimInstance settings : SETTINGS.of(subject)) {
            for (String named : Demands.texts(settings, "AssociatedResourcePool")) {
                findings.unless(
                        pools.stream().anyMatch(pool -> isNamed(pool, named)),
                        path(settings),
                        "AssociatedResourcePool names " + named + ", and there is no such pool of the network");
            }
        }
    }

    private static boolean isNamed(CimInstance pool, String path) {
        return NETWORK.contains(pool.number(CimName.of("ResourceType")))
                && path.contains(String.valueOf(pool.text(CimName.of("InstanceID"))));
    }

    private static void keys(Subject subject, Findings findings) throws CimException {
        for (CimInstance each : SWITCHES.of(subject)) {
            for (CimInstance port : DEVICES.instances(subject, each)) {
                findings.unless(
                        Objects.equals(each.text(CimName.of("Name")), port.text(CimName.of("SystemName"))),
                        path(port),
                        "is a port of " + path(each) + ", which SystemName does not name");
            }
        }
    }

    private static void plugging(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory()
                .specimen(Resource.processors(1), Resource.memory(16), port(poolOfASwitch(subject)))) {
            Set<CimInstancePath> before = paths(subject);
            specimen.bring(SystemState.ACTIVE);
            Set<CimInstancePath> during = paths(subject);
            findings.unless(
                    during.size() == before.size() + 1 && during.containsAll(before),
                    specimen.path(),
                    "is active with one network port, and the switches have " + during + " after " + before);
            specimen.request(SystemState.DEFINED.enabledState());
            findings.unless(
                    paths(subject).equals(before),
                    specimen.path(),
                    "is off, and the switches have " + paths(subject) + ", not " + before + " as before its start");
        }
    }

    private static CimInstance port(String pool) {
        return Resource.of("CIM_ResourceAllocationSettingData", Resource.ETHERNET_ADAPTER)
                .with(CimName.of("PoolID"), pool)
                .build();
    }

    private static String poolOfASwitch(Subject subject) throws CimException {
        for (CimInstance settings : SETTINGS.of(subject)) {
            for (String named : Demands.texts(settings, "AssociatedResourcePool")) {
                for (CimInstance pool : subject.every("CIM_ResourcePool")) {
                    if (isNamed(pool, named)) {
                        return String.valueOf(pool.text(CimName.of("PoolID")));
                    }
                }
            }
        }
        throw CimException.failed("No " + SETTINGS_CLASS + " names a pool that ports can come from");
    }

    private static Set<CimInstancePath> paths(Subject subject) throws CimException {
        Set<CimInstancePath> paths = new LinkedHashSet<>();
        for (CimInstance port : ports(subject)) {
            paths.add(path(port));
        }
        return paths;
    }
}
