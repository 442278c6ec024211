package org.telvirt.conformance.profile;

import java.util.List;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;

/** DSP1076 KVM Redirection. */
final class ConsoleClauses {
    private static final Elements SERVICES = Elements.every("CIM_RedirectionService");
    private static final Elements POINTS = Elements.every("CIM_KVMRedirectionSAP");
    private static final String[] KEYS = {"SystemCreationClassName", "SystemName", "CreationClassName", "Name"};

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1076 CIM_RedirectionService",
                    "the service has its keys and is hosted by one system",
                    Demands.all(
                            Demands.say(SERVICES, KEYS),
                            Demands.toOne(
                                    SERVICES, new Way("CIM_HostedService", "Dependent", "Antecedent", "CIM_System")))),
            Clause.of(
                    "DSP1076 CIM_KVMRedirectionSAP",
                    "an access point, if there is one, has its keys, a protocol and a state",
                    (subject, findings) -> {
                        for (var point : POINTS.of(subject)) {
                            Demands.nonNull(point, findings, KEYS);
                            Demands.nonNull(point, findings, "KVMProtocol", "EnabledState", "RequestedState");
                        }
                    }),
            Clause.of(
                    "DSP1076 CIM_KVMRedirectionSAP",
                    "the protocol is raw, RDP or VNC",
                    Demands.oneOf(POINTS, "KVMProtocol", 2, 3, 4)),
            Clause.of(
                            "DSP1076 CIM_SAPAvailableForElement",
                            "every access point is hosted, is available for one virtual system, and leads to the service",
                            Demands.all(
                                    Demands.toOne(
                                            POINTS,
                                            new Way(
                                                    "CIM_SAPAvailableForElement",
                                                    "AvailableSAP",
                                                    "ManagedElement",
                                                    "CIM_ComputerSystem")),
                                    Demands.toOne(
                                            POINTS,
                                            new Way("CIM_HostedAccessPoint", "Dependent", "Antecedent", "CIM_System")),
                                    Demands.toSome(
                                            POINTS,
                                            new Way(
                                                    "CIM_ServiceAccessBySAP",
                                                    "Dependent",
                                                    "Antecedent",
                                                    "CIM_RedirectionService"))))
                    .proving("VMDEF2 console"));

    private ConsoleClauses() {}

    static Profile profile() {
        return new Profile("DSP1076", "KVM Redirection", false, CLAUSES);
    }
}
