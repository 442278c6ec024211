package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** DSP1041 Resource Allocation: pools, what comes from them, and their service. */
final class PoolClauses {
    private static final Elements POOLS = Elements.every("CIM_ResourcePool");
    private static final Elements SETTINGS = Elements.every("CIM_ResourceAllocationSettingData");
    private static final Elements SERVICES = Elements.every("CIM_ResourcePoolConfigurationService");
    private static final CimName RESOURCE_TYPE = CimName.of("ResourceType");
    private static final CimName POOL_ID = CimName.of("PoolID");
    private static final CimName CAPACITY = CimName.of("Capacity");
    private static final CimName RESERVED = CimName.of("Reserved");
    private static final CimName PRIMORDIAL = CimName.of("Primordial");
    private static final long UNKNOWN = 2;
    private static final long FAILED = 4;
    private static final long INVALID_PARAMETER = 5;
    private static final long IN_USE = 6;
    private static final long WRONG_TYPE = 7;
    private static final long INSUFFICIENT = 8;
    private static final long NOT_SUPPORTED = 1;

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1041 CIM_ResourcePool",
                    "every pool has its mandatory properties, an identifier OrgID:LocalID, and a PoolID that no other pool of"
                            + " its type has",
                    Demands.all(
                            Demands.say(POOLS, "InstanceID", "PoolID", "Primordial", "ResourceType"),
                            Demands.identified(POOLS),
                            PoolClauses::poolIds)),
            Clause.of(
                    "DSP1041 CIM_ResourcePool",
                    "what is reserved is no more than there is, and both have units",
                    PoolClauses::amounts),
            Clause.of(
                    "DSP1041 CIM_HostedResourcePool",
                    "every pool is hosted by exactly one system",
                    Demands.toOne(
                            POOLS, new Way("CIM_HostedResourcePool", "PartComponent", "GroupComponent", "CIM_System"))),
            Clause.of(
                    "DSP1041 CIM_ResourceAllocationSettingData",
                    "every setting has an identifier OrgID:LocalID and a type, and the PoolID that it names is that of a pool of"
                            + " its type",
                    Demands.all(
                            Demands.say(SETTINGS, "InstanceID", "ResourceType"),
                            Demands.identified(SETTINGS),
                            PoolClauses::poolsOfSettings)),
            Clause.of(
                    "DSP1041 CIM_ResourceAllocationFromPool",
                    "a setting comes from one pool at most, of its own type",
                    PoolClauses::fromPool),
            Clause.of(
                    "DSP1041 CIM_ElementSettingData",
                    "every state setting of a defined system has a defined one, or is said by none",
                    PoolClauses::definedSettings),
            Clause.of(
                    "DSP1041 CIM_ElementAllocatedFromPool",
                    "every pool that is not primordial comes from another pool of its type",
                    PoolClauses::parents),
            Clause.of(
                            "DSP1041 Reserved",
                            "an activation with a reservation raises Reserved by it, and deactivation gives it back",
                            PoolClauses::giveBack)
                    .proving("VMOPE6", "VMDEF6", "VMACT1 automatic"),
            Clause.of(
                            "DSP1041 Reserved",
                            "a reservation beyond what there is refuses definition or activation",
                            PoolClauses::admission)
                    .proving("VMDEF6"),
            Clause.of(
                    "DSP1041 CIM_ResourcePoolConfigurationService",
                    "the service is hosted, has capabilities, and affects pools",
                    Demands.all(
                            Demands.toOne(
                                    SERVICES, new Way("CIM_HostedService", "Dependent", "Antecedent", "CIM_System")),
                            Demands.toOne(
                                    SERVICES,
                                    new Way(
                                            "CIM_ElementCapabilities",
                                            "ManagedElement",
                                            "Capabilities",
                                            "CIM_ResourcePoolConfigurationCapabilities")))),
            Clause.of(
                            "DSP1041 CreateChildResourcePool",
                            "a child pool takes from its parent what it is made with, and gives it back when it is deleted",
                            PoolClauses::child)
                    .proving("VMADM4", "VMADM5"));

    private PoolClauses() {}

    static Profile profile() {
        return new Profile(
                "DSP1041",
                "Resource Allocation",
                false,
                Stream.concat(CLAUSES.stream(), ReservationClauses.all().stream())
                        .toList());
    }

    private static void poolIds(Subject subject, Findings findings) throws CimException {
        Set<String> seen = new HashSet<>();
        for (CimInstance pool : POOLS.of(subject)) {
            findings.unless(
                    seen.add(pool.number(RESOURCE_TYPE) + "/" + pool.text(POOL_ID)),
                    path(pool),
                    "another pool of its type has the PoolID " + pool.text(POOL_ID));
        }
    }

    private static void amounts(Subject subject, Findings findings) throws CimException {
        for (CimInstance pool : POOLS.of(subject)) {
            Long capacity = pool.number(CAPACITY);
            Long reserved = pool.number(RESERVED);
            findings.unless(
                    capacity == null || reserved == null || Long.compareUnsigned(reserved, capacity) <= 0,
                    path(pool),
                    "has reserved " + reserved + " of " + capacity);
            findings.unless(
                    (capacity == null && reserved == null) || pool.text(CimName.of("AllocationUnits")) != null,
                    path(pool),
                    "says Capacity or Reserved without AllocationUnits");
        }
    }

    private static void poolsOfSettings(Subject subject, Findings findings) throws CimException {
        Set<String> pools = new HashSet<>();
        for (CimInstance pool : POOLS.of(subject)) {
            pools.add(pool.number(RESOURCE_TYPE) + "/" + pool.text(POOL_ID));
        }
        for (CimInstance setting : SETTINGS.of(subject)) {
            String pool = setting.text(POOL_ID);
            findings.unless(
                    pool == null || pools.contains(setting.number(RESOURCE_TYPE) + "/" + pool),
                    path(setting),
                    "PoolID " + pool + " is that of no pool of resource type " + setting.number(RESOURCE_TYPE));
        }
    }

    private static void fromPool(Subject subject, Findings findings) throws CimException {
        Way way = new Way("CIM_ResourceAllocationFromPool", "Dependent", "Antecedent", "CIM_ResourcePool");
        for (CimInstance setting : SETTINGS.of(subject)) {
            List<CimInstance> pools = way.instances(subject, setting);
            findings.unless(pools.size() <= 1, path(setting), "comes from " + pools.size() + " pools");
            for (CimInstance pool : pools) {
                findings.unless(
                        Objects.equals(pool.number(RESOURCE_TYPE), setting.number(RESOURCE_TYPE)),
                        path(setting),
                        "is of type " + setting.number(RESOURCE_TYPE) + " and comes from " + path(pool));
            }
        }
    }

    private static void definedSettings(Subject subject, Findings findings) throws CimException {
        for (CimInstance link : subject.every("CIM_ElementSettingData")) {
            CimInstancePath from = Demands.reference(link, "ManagedElement");
            CimInstancePath to = Demands.reference(link, "SettingData");
            findings.unless(from != null && !from.equals(to), path(link), "leads from a setting to itself");
        }
    }

    private static void parents(Subject subject, Findings findings) throws CimException {
        Way parent = new Way("CIM_ElementAllocatedFromPool", "Dependent", "Antecedent", "CIM_ResourcePool");
        for (CimInstance pool : POOLS.of(subject)) {
            boolean primordial = Objects.equals(pool.value(PRIMORDIAL), CimValues.bool(true));
            List<CimInstance> parents = parent.instances(subject, pool);
            findings.unless(
                    primordial ? parents.isEmpty() : !parents.isEmpty(),
                    path(pool),
                    "Primordial is " + primordial + ", and it comes from " + parents.size() + " pools");
            for (CimInstance from : parents) {
                findings.unless(
                        Objects.equals(from.number(RESOURCE_TYPE), pool.number(RESOURCE_TYPE)),
                        path(pool),
                        "comes from a pool of another type: " + path(from));
            }
        }
    }

    /** What each pool has reserved. */
    private static Map<String, Long> reserved(Subject subject) throws CimException {
        Map<String, Long> reserved = new TreeMap<>();
        for (CimInstance pool : POOLS.of(subject)) {
            Long amount = pool.number(RESERVED);
            reserved.put(String.valueOf(path(pool)), amount == null ? 0 : amount);
        }
        return reserved;
    }

    static CimInstance memory(int mebibytes, long reservation) {
        return Resource.of("CIM_ResourceAllocationSettingData", Resource.MEMORY)
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(mebibytes))
                .with(CimName.of("Reservation"), CimValues.uint64(reservation))
                .with(CimName.of("AllocationUnits"), "byte*2^20")
                .build();
    }

    private static void giveBack(Subject subject, Findings findings) throws CimException {
        try (Specimen specimen = subject.laboratory().specimen(Resource.processors(1), memory(64, 64))) {
            Map<String, Long> before = reserved(subject);
            specimen.bring(SystemState.ACTIVE);
            findings.unless(
                    !reserved(subject).equals(before),
                    specimen.path(),
                    "is active with a reservation, and no pool has reserved more");
            specimen.request(3);
            specimen.comesToBe(SystemState.DEFINED);
            Map<String, Long> after = reserved(subject);
            findings.unless(
                    after.equals(before),
                    specimen.path(),
                    "is off, and pools have reserved " + after + ", not " + before);
        }
    }

    private static void admission(Subject subject, Findings findings) throws CimException {
        long capacity = 0;
        for (CimInstance pool : POOLS.of(subject)) {
            Long type = pool.number(RESOURCE_TYPE);
            Long there = pool.number(CAPACITY);
            boolean primordial = Objects.equals(pool.value(PRIMORDIAL), CimValues.bool(true));
            if (type != null && type == Resource.MEMORY && there != null && primordial) {
                capacity += there << power(pool.text(CimName.of("AllocationUnits")));
            }
        }
        if (capacity <= 0) {
            findings.add("the pools", "none of memory says its Capacity");
            return;
        }
        int tooMuch = (int) (capacity >> 20) + 1;
        Outcome outcome = subject.laboratory()
                .define(subject.laboratory().freshName(), List.of(Resource.processors(1), memory(tooMuch, tooMuch)));
        CimInstancePath path = outcome.path("ResultingSystem");
        if (outcome.succeeded() && path != null) {
            CimInstancePath system = WbemServer.whole(path, subject.implementation());
            Outcome start = subject.laboratory()
                    .settled(subject.server()
                            .invoke(
                                    system,
                                    "RequestStateChange",
                                    Outcome.argument("RequestedState", CimValues.uint16(2))));
            CimInstance instance = subject.server().get(system);
            Long state = instance == null ? null : instance.number(CimName.of("EnabledState"));
            findings.unless(
                    state != null && state == SystemState.DEFINED.enabledState(),
                    system,
                    "reserves more memory than there is, and its activation gives " + start + " and EnabledState "
                            + state);
            subject.laboratory().destroy(system);
        }
    }

    /** The power of two in a unit of bytes. */
    static int power(@Nullable String units) {
        String compact = units == null ? "" : units.replace(" ", "");
        return compact.startsWith("byte*2^") ? Integer.parseInt(compact.substring("byte*2^".length())) : 0;
    }

    private static void child(Subject subject, Findings findings) throws CimException {
        for (CimInstance service : SERVICES.of(subject)) {
            Map<String, Long> before = reserved(subject);
            for (CimInstance parent : POOLS.of(subject)) {
                Long type = parent.number(RESOURCE_TYPE);
                boolean primordial = Objects.equals(parent.value(PRIMORDIAL), CimValues.bool(true));
                if (type != null && type == Resource.MEMORY && primordial) {
                    child(subject, path(service), parent, findings);
                }
            }
            Map<String, Long> after = reserved(subject);
            findings.unless(after.equals(before), path(service), "leaves pools with " + after + ", not with " + before);
        }
    }

    private static void child(Subject subject, CimInstancePath service, CimInstance parent, Findings findings)
            throws CimException {
        Outcome made = subject.laboratory()
                .settled(subject.server()
                        .invoke(
                                service,
                                "CreateChildResourcePool",
                                Outcome.argument(
                                        "ElementName",
                                        CimValues.text(subject.laboratory().freshName())),
                                Outcome.argument("Settings", CimValues.embeddeds(List.of(memory(64, 64)))),
                                Outcome.argument("ParentPool", CimValues.references(List.of(path(parent))))));
        CimInstancePath pool = made.path("Pool");
        if (!made.succeeded() || pool == null) {
            findings.unless(
                    made.refusedBy(NOT_SUPPORTED, UNKNOWN, FAILED, INVALID_PARAMETER, WRONG_TYPE, INSUFFICIENT)
                            && made.returnValue() == NOT_SUPPORTED,
                    service,
                    "CreateChildResourcePool of 64 MiB gives " + made
                            + subject.laboratory().why(made));
            return;
        }
        CimInstance now = subject.server().get(path(parent));
        Long reserved = now == null ? null : now.number(RESERVED);
        Long was = parent.number(RESERVED);
        findings.unless(
                reserved != null && (was == null || reserved > was),
                path(parent),
                "has reserved " + reserved + " with a child of 64 MiB, and " + was + " before");
        CimInstancePath there = WbemServer.whole(pool, subject.implementation());
        Outcome deleted = subject.laboratory()
                .settled(subject.server()
                        .invoke(service, "DeleteResourcePool", Outcome.argument("Pool", CimValues.reference(there))));
        findings.unless(
                deleted.succeeded() && subject.server().get(there) == null,
                there,
                "DeleteResourcePool gives " + deleted + subject.laboratory().why(deleted));
        Outcome root = subject.server()
                .invoke(service, "DeleteResourcePool", Outcome.argument("Pool", CimValues.reference(path(parent))));
        findings.unless(
                root.refusedBy(NOT_SUPPORTED, UNKNOWN, FAILED, INVALID_PARAMETER, IN_USE),
                path(parent),
                "is primordial, and DeleteResourcePool gives " + root);
    }
}
