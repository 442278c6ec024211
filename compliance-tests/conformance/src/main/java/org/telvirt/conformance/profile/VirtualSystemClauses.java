package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;

/** DSP1057 Virtual System: configurations, identity, state; {@link StateGrid} has the transitions. */
final class VirtualSystemClauses {
    private static final Elements SYSTEMS = Subject::virtualSystems;
    private static final Elements CONFIGURATIONS = Subject::configurations;
    private static final Way STATE =
            new Way("CIM_SettingsDefineState", "ManagedElement", "SettingData", "CIM_VirtualSystemSettingData");
    private static final Way SYSTEM =
            new Way("CIM_SettingsDefineState", "SettingData", "ManagedElement", "CIM_ComputerSystem");
    private static final Way PARTS = new Way(
            "CIM_VirtualSystemSettingDataComponent",
            "GroupComponent",
            "PartComponent",
            "CIM_ResourceAllocationSettingData");
    private static final Way WHOLE = new Way(
            "CIM_VirtualSystemSettingDataComponent", "PartComponent", "GroupComponent", "CIM_VirtualSystemSettingData");
    private static final String TYPE_FORM = "[^:]+:.+";
    private static final long YES = 1;
    private static final long NEXT_ONCE = 3;
    private static final long TIMEOUT_NOT_SUPPORTED = 4098;
    private static final long TIMED_OUT = 3;

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1057 CIM_ComputerSystem",
                    "every virtual system has its mandatory properties",
                    Demands.say(
                            SYSTEMS,
                            "CreationClassName",
                            "Name",
                            "ElementName",
                            "EnabledState",
                            "RequestedState",
                            "OperationalStatus",
                            "HealthState")),
            Clause.of(
                    "DSP1057 CIM_VirtualSystemSettingData",
                    "every configuration has its mandatory properties, and a type OrgID:type",
                    Demands.all(
                            Demands.say(CONFIGURATIONS, "InstanceID", "ElementName", "VirtualSystemType"),
                            VirtualSystemClauses::types)),
            Clause.of(
                    "DSP1057 CIM_VirtualSystemSettingData",
                    "identifiers are OrgID:LocalID",
                    Demands.identified(CONFIGURATIONS)),
            Clause.of(
                    "DSP1057 CIM_SettingsDefineState",
                    "every virtual system has exactly one state configuration, in every state",
                    Demands.toOne(SYSTEMS, STATE)),
            Clause.of(
                    "DSP1057 CIM_SettingsDefineState",
                    "no configuration is the state of two virtual systems",
                    Demands.toOneAtMost(CONFIGURATIONS, SYSTEM)),
            Clause.of(
                    "DSP1057 7.3",
                    "exactly one configuration is the default, one at most is next, one at most is next once, and the state"
                            + " configuration is none of them",
                    VirtualSystemClauses::configurations),
            Clause.of(
                    "DSP1057 CIM_VirtualSystemSettingDataComponent",
                    "every configuration has parts, and every part belongs to one configuration",
                    Demands.all(
                            Demands.toSome(CONFIGURATIONS, PARTS),
                            Demands.toOneAtMost(Elements.every("CIM_ResourceAllocationSettingData"), WHOLE))),
            Clause.of(
                    "DSP1057 CIM_EnabledLogicalElement",
                    "OtherEnabledState is NULL unless EnabledState is 1",
                    VirtualSystemClauses::otherState),
            Clause.of(
                    "DSP1057 8",
                    "a TimeoutPeriod is honoured or refused with 4098, never ignored",
                    VirtualSystemClauses::timeout),
            Clause.of("DSP1057 8", "RequestedState is what was last asked for", VirtualSystemClauses::requested),
            Clause.of(
                    "DSP1057 7",
                    "all names stay when the virtual system is renamed and restarted",
                    VirtualSystemClauses::stableNames),
            Clause.of(
                            "DSP1057 7.5",
                            "the state grid: every transition from every state, with the return values of the table",
                            StateGrid::check)
                    .proving(
                            "VMOPE5 activate",
                            "VMOPE5 deactivate",
                            "VMOPE5 pause",
                            "VMOPE5 suspend",
                            "VMOPE5 shutdown",
                            "VMOPE5 reboot",
                            "VMOPE5 reset"),
            Clause.of(
                    "DSP1057 7.5",
                    "AvailableRequestedStates names no transition that the state does not allow",
                    StateGrid::available));

    private VirtualSystemClauses() {}

    static Profile profile() {
        return new Profile("DSP1057", "Virtual System", false, CLAUSES);
    }

    private static void types(Subject subject, Findings findings) throws CimException {
        for (CimInstance configuration : CONFIGURATIONS.of(subject)) {
            String type = configuration.text(CimName.of("VirtualSystemType"));
            findings.unless(
                    type == null || type.matches(TYPE_FORM),
                    path(configuration),
                    "VirtualSystemType '" + type + "' has no organization before a colon");
        }
    }

    private static void configurations(Subject subject, Findings findings) throws CimException {
        for (CimInstance system : SYSTEMS.of(subject)) {
            for (CimInstancePath state : STATE.from(subject, system)) {
                List<CimInstance> links =
                        subject.server().references(state, "CIM_ElementSettingData", "ManagedElement");
                findings.unless(
                        count(links, "IsDefault", YES) == 1,
                        state,
                        "has " + count(links, "IsDefault", YES) + " default configurations");
                findings.unless(count(links, "IsNext", YES) <= 1, state, "has several next configurations");
                findings.unless(
                        count(links, "IsNext", NEXT_ONCE) <= 1, state, "has several configurations that are next once");
                for (CimInstance link : links) {
                    CimInstancePath other = Demands.reference(link, "SettingData");
                    findings.unless(
                            other != null && !other.in(null).on(null).equals(state.in(null)),
                            state,
                            "is its own setting, as if there were one configuration only");
                }
            }
        }
    }

    private static long count(List<CimInstance> links, String property, long value) {
        return links.stream()
                .filter(link -> {
                    Long number = link.number(CimName.of(property));
                    return number != null && number == value;
                })
                .count();
    }

    private static void otherState(Subject subject, Findings findings) throws CimException {
        for (CimInstance system : SYSTEMS.of(subject)) {
            Long state = system.number(CimName.of("EnabledState"));
            findings.unless(
                    system.value(CimName.of("OtherEnabledState")) == null || (state != null && state == 1),
                    path(system),
                    "OtherEnabledState is not NULL although EnabledState is " + state);
        }
    }

    private static void timeout(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory().small()) {
            Outcome outcome = subject.laboratory()
                    .settled(subject.server()
                            .invoke(
                                    specimen.path(),
                                    "RequestStateChange",
                                    Outcome.argument("RequestedState", CimValues.uint16(2)),
                                    Outcome.argument(
                                            "TimeoutPeriod",
                                            CimValues.dateTime(new CimDateTime("00000000000100.000000:000")))));
            boolean refused = outcome.returnValue() == TIMEOUT_NOT_SUPPORTED;
            findings.unless(
                    outcome.succeeded() || refused || outcome.returnValue() == TIMED_OUT,
                    specimen.path(),
                    "RequestStateChange with a TimeoutPeriod gives " + outcome);
            findings.unless(
                    !refused || specimen.enabledState() == SystemState.DEFINED.enabledState(),
                    specimen.path(),
                    "was changed although 4098 was given");
        }
    }

    private static void requested(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory().small()) {
            for (int request : List.of(2, 9, 2, 3)) {
                Outcome outcome = specimen.request(request);
                long told = specimen.number("RequestedState");
                findings.unless(
                        outcome.succeeded() && told == request,
                        specimen.path(),
                        "RequestedState is " + told + " after " + request + " was asked for, with " + outcome);
            }
        }
    }

    private static void stableNames(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.rich()) {
            specimen.bring(SystemState.ACTIVE);
            Set<CimInstancePath> before = names(subject, specimen);
            CimInstance settings = CimInstance.of(CimName.of("CIM_VirtualSystemSettingData"))
                    .with(CimName.of("InstanceID"), specimen.defined().text(CimName.of("InstanceID")))
                    .with(CimName.of("ElementName"), subject.laboratory().freshName())
                    .build();
            specimen.request(3);
            Outcome renamed = subject.laboratory()
                    .settled(subject.laboratory()
                            .manage(
                                    "ModifySystemSettings",
                                    Outcome.argument("SystemSettings", CimValues.embedded(settings))));
            findings.unless(renamed.succeeded(), specimen.path(), "cannot be renamed: " + renamed);
            specimen.bring(SystemState.ACTIVE);
            Set<CimInstancePath> after = names(subject, specimen);
            before.stream()
                    .filter(name -> !after.contains(name))
                    .forEach(name -> findings.add(name, "is gone after renaming and restarting " + specimen.path()));
        }
    }

    /** The system and whatever is about it alone. */
    private static Set<CimInstancePath> names(Subject subject, Specimen specimen) throws CimException {
        Set<CimInstancePath> names = new LinkedHashSet<>();
        names.add(specimen.path());
        for (String association : List.of(
                "CIM_SettingsDefineState", "CIM_SystemDevice", "CIM_ElementCapabilities", "CIM_HostedDependency")) {
            if (subject.server().has(subject.implementation(), association)) {
                names.addAll(subject.server()
                        .associatorNames(
                                specimen.path(), new AssociationFilter(CimName.of(association), null, null, null)));
            }
        }
        for (CimInstance configuration : List.of(specimen.state(), specimen.defined())) {
            names.add(path(configuration));
            specimen.resources(configuration).forEach(part -> names.add(path(part)));
        }
        return names;
    }
}
