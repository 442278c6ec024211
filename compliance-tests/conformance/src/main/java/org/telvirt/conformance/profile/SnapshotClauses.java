package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Laboratory;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** CIM_VirtualSystemSnapshotService (DSP1042, 8.3), where there is one. */
final class SnapshotClauses {
    private static final long FAILED = 2;
    private static final long INVALID_PARAMETER = 4;
    private static final long INVALID_TYPE = 6;
    private static final int FULL = 2;
    private static final int NO_SUCH_TYPE = 29_999;

    private SnapshotClauses() {}

    static void check(Subject subject, Findings findings) throws CimException {
        List<CimInstance> services = subject.every("CIM_VirtualSystemSnapshotService");
        if (services.isEmpty()) {
            return;
        }
        CimInstancePath service = path(services.get(0));
        try (Specimen specimen = subject.laboratory().small()) {
            specimen.bring(SystemState.ACTIVE);
            Outcome foreign = create(subject, service, specimen, NO_SUCH_TYPE);
            findings.unless(
                    foreign.refusedBy(FAILED, INVALID_PARAMETER, INVALID_TYPE),
                    service,
                    "CreateSnapshot of type " + NO_SUCH_TYPE + " gives " + foreign);
            Outcome made = create(subject, service, specimen, FULL);
            List<CimInstancePath> snapshots = subject.server()
                    .associatorNames(
                            specimen.path(),
                            new AssociationFilter(
                                    CimName.of("CIM_SnapshotOfVirtualSystem"),
                                    CimName.of("CIM_VirtualSystemSettingData"),
                                    CimName.of("Antecedent"),
                                    CimName.of("Dependent")));
            findings.unless(
                    made.succeeded() && snapshots.size() == 1,
                    specimen.path(),
                    "CreateSnapshot gives " + made + subject.laboratory().why(made) + ", and there are " + snapshots);
            if (snapshots.size() == 1) {
                use(subject, service, specimen, snapshots.get(0), findings);
            }
        }
    }

    private static Outcome create(Subject subject, CimInstancePath service, Specimen specimen, int type)
            throws CimException {
        return subject.laboratory()
                .settled(subject.server()
                        .invoke(
                                service,
                                "CreateSnapshot",
                                Outcome.argument("AffectedSystem", CimValues.reference(specimen.path())),
                                Outcome.argument("SnapshotType", CimValues.uint16(type))));
    }

    private static void use(
            Subject subject, CimInstancePath service, Specimen specimen, CimInstancePath snapshot, Findings findings)
            throws CimException {
        findings.unless(
                !snapshot.equals(path(specimen.state())),
                snapshot,
                "is the state configuration, and no snapshot of it");
        Laboratory laboratory = subject.laboratory();
        Outcome applied = laboratory.settled(subject.server()
                .invoke(service, "ApplySnapshot", Outcome.argument("Snapshot", CimValues.reference(snapshot))));
        findings.unless(applied.succeeded(), snapshot, "ApplySnapshot gives " + applied + laboratory.why(applied));
        Outcome destroyed = laboratory.settled(subject.server()
                .invoke(
                        service,
                        "DestroySnapshot",
                        Outcome.argument("AffectedSnapshot", CimValues.reference(snapshot))));
        findings.unless(
                destroyed.succeeded()
                        && subject.server().get(WbemServer.whole(snapshot, subject.implementation())) == null,
                snapshot,
                "DestroySnapshot gives " + destroyed + laboratory.why(destroyed) + " and leaves it or not");
    }
}
