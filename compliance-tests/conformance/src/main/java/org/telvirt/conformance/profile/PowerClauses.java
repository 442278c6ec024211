package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
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
import org.telvirt.conformance.wbem.WbemServer;

/** DSP1027 Power State Management, for virtual systems. */
final class PowerClauses {
    private static final Elements SERVICES = Elements.every("CIM_PowerManagementService");
    private static final Elements CAPABILITIES = Elements.every("CIM_PowerManagementCapabilities");
    private static final long INVALID_TRANSITION = 4097;
    private static final long NOT_SUPPORTED = 1;
    private static final long INVALID_PARAMETER = 5;
    private static final int NO_SUCH_STATE = 999;
    /** Which values of PowerState each state of a virtual system may have. */
    private static final Map<SystemState, Set<Long>> POWER = Map.of(
            SystemState.DEFINED, Set.of(8L, 6L),
            SystemState.ACTIVE, Set.of(2L),
            SystemState.PAUSED, Set.of(4L),
            SystemState.SUSPENDED, Set.of(7L));
    /** Where each power state leads from Active. */
    private static final Map<Integer, SystemState> FROM_ACTIVE = Map.of(
            4, SystemState.PAUSED,
            6, SystemState.DEFINED,
            7, SystemState.SUSPENDED,
            8, SystemState.DEFINED,
            10, SystemState.ACTIVE,
            12, SystemState.DEFINED);

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1027 CIM_PowerManagementService",
                    "the service has its keys and is hosted by exactly one system",
                    Demands.all(
                            Demands.say(
                                    SERVICES,
                                    "SystemCreationClassName",
                                    "SystemName",
                                    "CreationClassName",
                                    "Name",
                                    "ElementName"),
                            Demands.toOne(
                                    SERVICES, new Way("CIM_HostedService", "Dependent", "Antecedent", "CIM_System")))),
            Clause.of(
                    "DSP1027 CIM_PowerManagementCapabilities",
                    "the service leads to one capabilities, which say the power states",
                    Demands.all(
                            Demands.toOne(
                                    SERVICES,
                                    new Way(
                                            "CIM_ElementCapabilities",
                                            "ManagedElement",
                                            "Capabilities",
                                            "CIM_PowerManagementCapabilities")),
                            Demands.say(CAPABILITIES, "InstanceID", "ElementName"),
                            Demands.identified(CAPABILITIES))),
            Clause.of(
                    "DSP1027 CIM_AssociatedPowerManagementService",
                    "every virtual system uses exactly one service, and its PowerState is that of its state",
                    PowerClauses::powerStates),
            Clause.of(
                    "DSP1027 8",
                    "RequestPowerStateChange leads where its value says, by the table of return values",
                    PowerClauses::changes));

    private PowerClauses() {}

    static Profile profile() {
        return new Profile("DSP1027", "Power State Management", false, CLAUSES);
    }

    private static CimInstance link(Subject subject, Specimen specimen) throws CimException {
        List<CimInstance> links =
                subject.server().references(specimen.path(), "CIM_AssociatedPowerManagementService", "UserOfService");
        if (links.size() != 1) {
            throw CimException.failed(
                    specimen.path() + " uses " + links.size() + " power management services, not one");
        }
        return links.get(0);
    }

    private static void powerStates(Subject subject, Findings findings) throws CimException {
        for (SystemState state : SystemState.values()) {
            try (Specimen specimen = subject.laboratory().small()) {
                specimen.bring(state);
                CimInstance link = link(subject, specimen);
                Long power = link.number(CimName.of("PowerState"));
                findings.unless(
                        power != null && POWER.getOrDefault(state, Set.of()).contains(power),
                        path(link),
                        "PowerState is " + power + " in the state " + state + ", not one of " + POWER.get(state));
            }
        }
    }

    private static Outcome request(Subject subject, Specimen specimen, int power) throws CimException {
        CimInstancePath service = Demands.reference(link(subject, specimen), "ServiceProvided");
        if (service == null) {
            throw CimException.failed("CIM_AssociatedPowerManagementService without ServiceProvided");
        }
        return subject.laboratory()
                .settled(subject.server()
                        .invoke(
                                WbemServer.whole(service, subject.implementation()),
                                "RequestPowerStateChange",
                                Outcome.argument("PowerState", CimValues.uint16(power)),
                                Outcome.argument("ManagedElement", CimValues.reference(specimen.path()))));
    }

    private static void changes(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory().small()) {
            Outcome foreign = request(subject, specimen, NO_SUCH_STATE);
            findings.unless(
                    foreign.refusedBy(NOT_SUPPORTED, INVALID_PARAMETER),
                    specimen.path(),
                    "RequestPowerStateChange(" + NO_SUCH_STATE + ") gives " + foreign);
            Outcome asleep = request(subject, specimen, 4);
            findings.unless(
                    asleep.refusedBy(INVALID_TRANSITION, NOT_SUPPORTED),
                    specimen.path(),
                    "RequestPowerStateChange(4) of a system that is off gives " + asleep);
            Outcome on = request(subject, specimen, 2);
            findings.unless(
                    on.succeeded() && specimen.comesToBe(SystemState.ACTIVE),
                    specimen.path(),
                    "RequestPowerStateChange(2) gives " + on + " and EnabledState " + specimen.enabledState());
        }
        for (Map.Entry<Integer, SystemState> row : new TreeMap<>(FROM_ACTIVE).entrySet()) {
            try (Specimen specimen = subject.laboratory().small()) {
                specimen.bring(SystemState.ACTIVE);
                Outcome outcome = request(subject, specimen, row.getKey());
                findings.unless(
                        outcome.returnValue() == NOT_SUPPORTED
                                || (outcome.succeeded() && specimen.comesToBe(row.getValue())),
                        specimen.path(),
                        "RequestPowerStateChange(" + row.getKey() + ") gives " + outcome + " and EnabledState "
                                + specimen.enabledState() + ", not " + row.getValue());
            }
        }
    }
}
