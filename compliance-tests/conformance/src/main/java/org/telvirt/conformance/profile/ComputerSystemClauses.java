package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.wbem.Findings;

/** DSP1052 Computer System. */
final class ComputerSystemClauses {
    private static final Elements SYSTEMS = Elements.every("CIM_ComputerSystem");
    private static final Elements CAPABILITIES = Elements.every("CIM_EnabledLogicalElementCapabilities");

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1052 CIM_ComputerSystem",
                    "every computer system has its mandatory properties",
                    Demands.say(
                            SYSTEMS,
                            "CreationClassName",
                            "Name",
                            "EnabledState",
                            "RequestedState",
                            "OperationalStatus",
                            "HealthState",
                            "ElementName",
                            "Dedicated")),
            Clause.of(
                    "DSP1052 CIM_ComputerSystem",
                    "other identifying information and its descriptions go in pairs",
                    ComputerSystemClauses::pairs),
            Clause.of(
                    "DSP1052 CIM_EnabledLogicalElementCapabilities",
                    "a virtual system leads to one capabilities at most, which say their states and their identifier",
                    Demands.all(
                            Demands.toOneAtMost(
                                    Subject::virtualSystems,
                                    new Way(
                                            "CIM_ElementCapabilities",
                                            "ManagedElement",
                                            "Capabilities",
                                            "CIM_EnabledLogicalElementCapabilities")),
                            Demands.say(CAPABILITIES, "InstanceID", "RequestedStatesSupported"),
                            Demands.identified(CAPABILITIES))),
            Clause.of(
                    "DSP1052 RequestedState",
                    "RequestedState is 12 exactly where no state can be asked for",
                    ComputerSystemClauses::requestedState));

    private ComputerSystemClauses() {}

    static Profile profile() {
        return new Profile("DSP1052", "Computer System", true, CLAUSES);
    }

    private static void pairs(Subject subject, Findings findings) throws CimException {
        for (CimInstance system : SYSTEMS.of(subject)) {
            int infos = length(system, "OtherIdentifyingInfo");
            int descriptions = length(system, "IdentifyingDescriptions");
            findings.unless(
                    infos == descriptions,
                    path(system),
                    "OtherIdentifyingInfo has " + infos + " entries, IdentifyingDescriptions " + descriptions);
        }
    }

    private static int length(CimInstance instance, String property) {
        return instance.value(CimName.of(property)) instanceof CimValue.Array array
                ? array.elements().size()
                : 0;
    }

    private static void requestedState(Subject subject, Findings findings) throws CimException {
        for (CimInstance system : SYSTEMS.of(subject)) {
            boolean changeable = subject
                    .server()
                    .associators(path(system), "CIM_ElementCapabilities", "CIM_EnabledLogicalElementCapabilities")
                    .stream()
                    .anyMatch(capabilities -> !Demands.numbers(capabilities, "RequestedStatesSupported")
                            .isEmpty());
            Long requested = system.number(CimName.of("RequestedState"));
            findings.unless(
                    requested != null && (requested != 12 || !changeable),
                    path(system),
                    "RequestedState is " + requested + " although states " + (changeable ? "can" : "cannot")
                            + " be asked for");
        }
    }
}
