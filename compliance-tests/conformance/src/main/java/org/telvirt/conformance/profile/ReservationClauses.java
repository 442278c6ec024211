package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** Memory that is set aside in child pools: who gets it, who does not, and how it is given back (DSP1041). */
final class ReservationClauses {
    private static final Elements SERVICES = Elements.every("CIM_ResourcePoolConfigurationService");
    private static final long IN_USE = 6;
    private static final long INSUFFICIENT = 8;
    private static final int GUEST = 64;

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                            "DSP1041 CreateChildResourcePool",
                            "what is set aside in a child pool is for systems that name it; it is in use as long as they run",
                            ReservationClauses::setAside)
                    .proving("VMACT1 reserved", "VMADM4", "VMADM5"),
            Clause.of(
                            "DSP1041 CreateChildResourcePool",
                            "demands that fit one by one and not together are told apart, and dropping one makes room again",
                            ReservationClauses::together)
                    .proving("VMADM2", "VMADM3", "VMADM5"));

    private ReservationClauses() {}

    static List<Clause> all() {
        return CLAUSES;
    }

    /** The pool of the host's memory; null: none says how much there is. */
    private static @Nullable CimInstance memoryPool(Subject subject) throws CimException {
        for (CimInstance pool : subject.every("CIM_ResourcePool")) {
            boolean primordial = Objects.equals(pool.value(CimName.of("Primordial")), CimValues.bool(true));
            if (primordial
                    && Objects.equals(pool.number(CimName.of("ResourceType")), (long) Resource.MEMORY)
                    && free(pool) > 0) {
                return pool;
            }
        }
        return null;
    }

    /** What of a pool is reserved for nobody, in MiB. */
    private static int free(CimInstance pool) {
        Long capacity = pool.number(CimName.of("Capacity"));
        Long reserved = pool.number(CimName.of("Reserved"));
        long units = capacity == null ? 0 : capacity - (reserved == null ? 0 : reserved);
        return (int) (units << PoolClauses.power(pool.text(CimName.of("AllocationUnits"))) >> 20);
    }

    private static Outcome reserve(Subject subject, CimInstance parent, int mebibytes) throws CimException {
        return subject.laboratory()
                .settled(subject.server()
                        .invoke(
                                path(SERVICES.of(subject).get(0)),
                                "CreateChildResourcePool",
                                Outcome.argument(
                                        "ElementName",
                                        CimValues.text(subject.laboratory().freshName())),
                                Outcome.argument(
                                        "Settings",
                                        CimValues.embeddeds(List.of(PoolClauses.memory(mebibytes, mebibytes)))),
                                Outcome.argument("ParentPool", CimValues.references(List.of(path(parent))))));
    }

    private static Outcome drop(Subject subject, CimInstancePath pool) throws CimException {
        return subject.laboratory()
                .settled(subject.server()
                        .invoke(
                                path(SERVICES.of(subject).get(0)),
                                "DeleteResourcePool",
                                Outcome.argument("Pool", CimValues.reference(pool))));
    }

    private static CimInstancePath made(Subject subject, Outcome outcome) throws CimException {
        CimInstancePath pool = outcome.path("Pool");
        if (!outcome.succeeded() || pool == null) {
            throw CimException.failed("CreateChildResourcePool gives " + outcome
                    + subject.laboratory().why(outcome));
        }
        return WbemServer.whole(pool, subject.implementation());
    }

    private static void setAside(Subject subject, Findings findings) throws CimException {
        CimInstance parent = memoryPool(subject);
        if (parent == null) {
            return;
        }
        try (Specimen stranger =
                subject.laboratory().specimen(Resource.processors(1), PoolClauses.memory(GUEST, GUEST))) {
            CimInstancePath child = made(subject, reserve(subject, parent, free(parent) - GUEST / 2));
            Outcome refused = stranger.request(SystemState.ACTIVE.enabledState());
            findings.unless(
                    stranger.enabledState() == SystemState.DEFINED.enabledState(),
                    stranger.path(),
                    "gets " + GUEST + " MiB that are set aside for others, with " + refused);
            use(subject, child, findings);
            Outcome dropped = drop(subject, child);
            findings.unless(
                    dropped.succeeded(),
                    child,
                    "DeleteResourcePool gives " + dropped + subject.laboratory().why(dropped));
            stranger.bring(SystemState.ACTIVE);
        }
    }

    /** Runs a system on what is set aside. */
    private static void use(Subject subject, CimInstancePath child, Findings findings) throws CimException {
        CimInstance pool = Objects.requireNonNull(subject.server().get(child));
        CimInstance memory = Resource.of("CIM_ResourceAllocationSettingData", Resource.MEMORY)
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(GUEST))
                .with(CimName.of("Reservation"), CimValues.uint64(GUEST))
                .with(CimName.of("AllocationUnits"), "byte*2^20")
                .with(CimName.of("PoolID"), String.valueOf(pool.text(CimName.of("PoolID"))))
                .build();
        try (Specimen guest = subject.laboratory().specimen(Resource.processors(1), memory)) {
            guest.bring(SystemState.ACTIVE);
            Outcome inUse = drop(subject, child);
            findings.unless(inUse.refusedBy(IN_USE), child, "is in use, and DeleteResourcePool gives " + inUse);
        }
    }

    private static void together(Subject subject, Findings findings) throws CimException {
        CimInstance parent = memoryPool(subject);
        if (parent == null) {
            return;
        }
        int most = free(parent) / 5 * 3;
        CimInstancePath first = made(subject, reserve(subject, parent, most));
        Outcome second = reserve(subject, parent, most);
        findings.unless(
                second.refusedBy(INSUFFICIENT),
                path(parent),
                "has " + most + " MiB reserved, which is more than half, and for as much again gives " + second);
        findings.unless(drop(subject, first).succeeded(), first, "cannot be deleted");
        CimInstancePath alone = made(subject, reserve(subject, parent, most));
        findings.unless(drop(subject, alone).succeeded(), alone, "cannot be deleted");
    }
}
