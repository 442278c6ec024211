package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.WbemServer;

/** DSP1043 Allocation Capabilities. */
final class AllocationClauses {
    private static final Elements CAPABILITIES = Elements.every("CIM_AllocationCapabilities");
    private static final long MINIMUMS = 1;
    private static final long MAXIMUMS = 2;
    private static final long INCREMENTS = 3;
    private static final long POINT = 0;
    private static final long DEFAULT = 0;
    private static final long SUPPORTED = 3;
    private static final CimName QUANTITY = CimName.of("VirtualQuantity");

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1043 CIM_AllocationCapabilities",
                    "all capabilities have their mandatory properties and an identifier OrgID:LocalID",
                    Demands.all(
                            Demands.say(
                                    CAPABILITIES, "InstanceID", "ResourceType", "RequestTypesSupported", "SharingMode"),
                            Demands.identified(CAPABILITIES))),
            Clause.of(
                    "DSP1043 CIM_ElementCapabilities",
                    "every pool leads to capabilities of its type, and all capabilities belong to something",
                    Demands.all(
                            AllocationClauses::types,
                            Demands.toSome(
                                    CAPABILITIES,
                                    new Way(
                                            "CIM_ElementCapabilities",
                                            "Capabilities",
                                            "ManagedElement",
                                            "CIM_ManagedElement")))),
            Clause.of(
                    "DSP1043 CIM_SettingsDefineCapabilities",
                    "defaults are points; minimum, maximum and increment are supported values, each there once at most",
                    AllocationClauses::rows),
            Clause.of(
                    "DSP1043 CIM_SettingsDefineCapabilities",
                    "from the minimum one comes to the default and to the maximum in whole increments",
                    AllocationClauses::increments));

    private AllocationClauses() {}

    static Profile profile() {
        return new Profile("DSP1043", "Allocation Capabilities", false, CLAUSES);
    }

    private static void types(Subject subject, Findings findings) throws CimException {
        Way way = new Way("CIM_ElementCapabilities", "ManagedElement", "Capabilities", "CIM_AllocationCapabilities");
        CimName type = CimName.of("ResourceType");
        for (CimInstance pool : subject.every("CIM_ResourcePool")) {
            List<CimInstance> capabilities = way.instances(subject, pool);
            findings.unless(!capabilities.isEmpty(), path(pool), "leads to no CIM_AllocationCapabilities");
            for (CimInstance each : capabilities) {
                findings.unless(
                        Objects.equals(each.number(type), pool.number(type)),
                        path(pool),
                        "leads to capabilities of resource type " + each.number(type));
            }
        }
    }

    private static List<CimInstance> rows(Subject subject, CimInstance capabilities) throws CimException {
        return subject.server().references(path(capabilities), "CIM_SettingsDefineCapabilities", "GroupComponent");
    }

    private static boolean is(CimInstance row, String property, long value) {
        Long number = row.number(CimName.of(property));
        return number != null && number == value;
    }

    private static void rows(Subject subject, Findings findings) throws CimException {
        for (CimInstance capabilities : CAPABILITIES.of(subject)) {
            List<CimInstance> rows = rows(subject, capabilities);
            for (long range : List.of(MINIMUMS, MAXIMUMS, INCREMENTS)) {
                long count = rows.stream()
                        .filter(row -> is(row, "ValueRange", range))
                        .count();
                findings.unless(count <= 1, path(capabilities), "has " + count + " settings with ValueRange " + range);
            }
            for (CimInstance row : rows) {
                Demands.nonNull(row, findings, "PropertyPolicy", "ValueRole", "ValueRange");
                findings.unless(
                        !is(row, "ValueRole", DEFAULT) || is(row, "ValueRange", POINT),
                        path(row),
                        "is a default and no point");
                findings.unless(
                        is(row, "ValueRange", POINT) || is(row, "ValueRole", SUPPORTED),
                        path(row),
                        "is a range whose values are not supported ones");
            }
        }
    }

    private static void increments(Subject subject, Findings findings) throws CimException {
        for (CimInstance capabilities : CAPABILITIES.of(subject)) {
            List<CimInstance> rows = rows(subject, capabilities);
            Long least = quantity(subject, rows, "ValueRange", MINIMUMS);
            Long most = quantity(subject, rows, "ValueRange", MAXIMUMS);
            Long step = quantity(subject, rows, "ValueRange", INCREMENTS);
            Long usual = quantity(subject, rows, "ValueRole", DEFAULT);
            if (least != null && most != null) {
                findings.unless(
                        least <= most, path(capabilities), "has the minimum " + least + " over the maximum " + most);
            }
            for (Long value : new Long[] {most, usual}) {
                findings.unless(
                        value == null || least == null || step == null || step == 0 || (value - least) % step == 0,
                        path(capabilities),
                        "does not come from " + least + " to " + value + " in steps of " + step);
                findings.unless(
                        value == null || least == null || value >= least,
                        path(capabilities),
                        "has " + value + " under the minimum " + least);
            }
        }
    }

    private static @Nullable Long quantity(Subject subject, List<CimInstance> rows, String property, long value)
            throws CimException {
        for (CimInstance row : rows) {
            CimInstancePath setting = is(row, property, value) ? Demands.reference(row, "PartComponent") : null;
            CimInstance found =
                    setting == null ? null : subject.server().get(WbemServer.whole(setting, subject.implementation()));
            if (found != null && found.number(QUANTITY) != null) {
                return found.number(QUANTITY);
            }
        }
        return null;
    }
}
