package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import java.util.Objects;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
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

/** DSP1081 Virtual System Migration. */
final class MigrationClauses {
    private static final String SERVICE = "CIM_VirtualSystemMigrationService";
    private static final String CAPABILITIES = "CIM_VirtualSystemMigrationCapabilities";
    private static final Elements SERVICES = Elements.every(SERVICE);
    private static final long FAILED = 2;
    private static final long TIMED_OUT = 3;
    private static final long INVALID_PARAMETER = 4;
    private static final long INVALID_STATE = 5;
    private static final long INCOMPATIBLE = 6;
    private static final String NO_SUCH_HOST = "no-such-host.invalid";

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1081 CIM_VirtualSystemMigrationService",
                    "both classes are there, although no final schema has them",
                    MigrationClauses::classes),
            Clause.of(
                    "DSP1081 CIM_VirtualSystemMigrationService",
                    "the service has its keys, is hosted by one host and leads to its capabilities",
                    Demands.all(
                            Demands.say(SERVICES, "SystemCreationClassName", "SystemName", "CreationClassName", "Name"),
                            Demands.toOne(
                                    SERVICES, new Way("CIM_HostedService", "Dependent", "Antecedent", "CIM_System")),
                            Demands.toOne(
                                    SERVICES,
                                    new Way(
                                            "CIM_ElementCapabilities",
                                            "ManagedElement",
                                            "Capabilities",
                                            CAPABILITIES)))),
            Clause.of(
                    "DSP1081 CIM_VirtualSystemMigrationCapabilities",
                    "the capabilities say the form of hosts, and list only methods that there are; checks are synchronous",
                    Demands.all(
                            Demands.say(Elements.every(CAPABILITIES), "InstanceID", "DestinationHostFormatsSupported"),
                            MigrationClauses::capabilities)),
            Clause.of(
                    "DSP1081 CheckVirtualSystemIsMigratableToHost",
                    "a check answers at once, never with a job, and says no about a host that is not there",
                    MigrationClauses::check),
            Clause.of(
                    "DSP1081 MigrateVirtualSystemToHost",
                    "a migration to a host that is not there fails, and the virtual system goes on where it was",
                    MigrationClauses::migrateToNowhere));

    private MigrationClauses() {}

    static Profile profile() {
        return new Profile("DSP1081", "Virtual System Migration", false, CLAUSES);
    }

    private static void classes(Subject subject, Findings findings) throws CimException {
        for (String name : List.of(SERVICE, CAPABILITIES)) {
            findings.unless(subject.server().has(subject.implementation(), name), name, "is not there");
        }
    }

    private static void capabilities(Subject subject, Findings findings) throws CimException {
        for (CimInstance capabilities : subject.every(CAPABILITIES)) {
            for (long method : Demands.numbers(capabilities, "SynchronousMethodsSupported")) {
                findings.unless(
                        method >= 2 && method <= 5,
                        path(capabilities),
                        "SynchronousMethodsSupported lists " + method + ", which is no method");
            }
            for (long method : Demands.numbers(capabilities, "AsynchronousMethodsSupported")) {
                findings.unless(
                        method == 2 || method == 3,
                        path(capabilities),
                        "AsynchronousMethodsSupported lists " + method + ", which is no migration");
            }
        }
    }

    private static Outcome call(Subject subject, String method, Specimen specimen) throws CimException {
        return subject.server()
                .invoke(
                        path(SERVICES.of(subject).get(0)),
                        method,
                        Outcome.argument("ComputerSystem", CimValues.reference(specimen.path())),
                        Outcome.argument("DestinationHost", CimValues.text(NO_SUCH_HOST)));
    }

    private static void check(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory().small()) {
            specimen.bring(SystemState.ACTIVE);
            Outcome outcome = call(subject, "CheckVirtualSystemIsMigratableToHost", specimen);
            findings.unless(
                    outcome.returnValue() != Outcome.JOB_STARTED,
                    specimen.path(),
                    "the check of migration starts a job");
            boolean saysYes = outcome.output("IsMigratable") instanceof CimValue.Bool yes && yes.value();
            findings.unless(
                    !saysYes && (outcome.succeeded() || refused(outcome)),
                    specimen.path(),
                    "the check of migration to " + NO_SUCH_HOST + " gives " + outcome + " and IsMigratable "
                            + outcome.output("IsMigratable"));
        }
    }

    private static boolean refused(Outcome outcome) {
        return outcome.refusedBy(FAILED, TIMED_OUT, INVALID_PARAMETER, INVALID_STATE, INCOMPATIBLE);
    }

    private static void migrateToNowhere(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory().small()) {
            specimen.bring(SystemState.ACTIVE);
            Outcome outcome = subject.laboratory().settled(call(subject, "MigrateVirtualSystemToHost", specimen));
            boolean failed = refused(outcome);
            if (outcome.returnValue() == Outcome.JOB_STARTED) {
                CimInstance job = subject.server()
                        .get(WbemServer.whole(Objects.requireNonNull(outcome.path("Job")), subject.implementation()));
                Long state = job == null ? null : job.number(CimName.of("JobState"));
                failed = state != null && state > 7;
            }
            findings.unless(failed, specimen.path(), "migration to " + NO_SUCH_HOST + " gives " + outcome);
            findings.unless(
                    specimen.comesToBe(SystemState.ACTIVE),
                    specimen.path(),
                    "is in the state " + specimen.enabledState() + " after a migration that failed");
        }
    }
}
