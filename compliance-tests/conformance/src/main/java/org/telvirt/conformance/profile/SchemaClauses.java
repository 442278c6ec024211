package org.telvirt.conformance.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.wbem.ClassTree;
import org.telvirt.conformance.wbem.Findings;

/** The traps that the classes themselves hold, whatever instances there are: names, types, versions. */
final class SchemaClauses {
    /** In version 2.49 and not in 2.41. */
    private static final Map<String, List<String>> NEWER = new LinkedHashMap<>(Map.of(
            "CIM_ManagedElement", List.of("Generation"),
            "CIM_EnabledLogicalElementCapabilities", List.of("StateAwareness"),
            "CIM_SettingData", List.of("SoID", "SoOrgID", "ComponentSetting"),
            "CIM_Service", List.of("LoSID", "LoSOrgID", "ChangeAffectedElementsAssignedSequence"),
            "CIM_InstModification", List.of("ChangedPropertyNames"),
            "CIM_ListenerDestination", List.of("username", "password")));

    private static final Map<String, String> ALARMS = new LinkedHashMap<>(Map.of(
            "AlertType", "Event type",
            "PerceivedSeverity", "Perceived severity",
            "ProbableCause", "Probable cause",
            "Trending", "TrendIndication",
            "RecommendedActions", "Proposed repair actions"));

    private static final Pattern UNKNOWN_TO_THE_DMTF = Pattern.compile(
            ".*(NUMA|PageSize|HugePage|SchedulingClass|HostProcessors|CPUSet|GuestAgent).*", Pattern.CASE_INSENSITIVE);

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1042 names",
                    "names are spelled as the DMTF spells them, mistakes included",
                    SchemaClauses::names),
            Clause.of(
                    "DSP1041 types",
                    "the capabilities of pool configuration are arrays of uint32, their siblings of uint16",
                    SchemaClauses::types),
            Clause.of(
                    "DSP0004 5.6.3",
                    "classes are of one version of the schema: what only newer ones have is there as a whole or not at all",
                    SchemaClauses::versions),
            Clause.of(
                    "DSP0004 5.6.3",
                    "alerts map to the alarms of ITU-T X.733, property by property",
                    SchemaClauses::alarms),
            Clause.of(
                    "DSP0004 5.6.3",
                    "what the DMTF has no property for, such as NUMA and pages, is in no class of the DMTF's",
                    SchemaClauses::foreign));

    private SchemaClauses() {}

    static List<Clause> all() {
        return CLAUSES;
    }

    private static void versions(Subject subject, Findings findings) throws CimException {
        ClassTree classes = subject.server().classes(subject.implementation());
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        NEWER.forEach((className, elements) -> {
            CimClass declared = classes.find(CimName.of(className));
            if (declared == null) {
                return;
            }
            for (String element : elements) {
                CimName name = CimName.of(element);
                boolean has = declared.property(name) != null || declared.method(name) != null;
                (has ? there : missing).add(className + "." + element);
            }
        });
        findings.unless(
                there.isEmpty() || missing.isEmpty(),
                "the schema",
                "has " + there + " of version 2.49, but not " + missing);
    }

    private static void alarms(Subject subject, Findings findings) throws CimException {
        CimClass alert = subject.server().classes(subject.implementation()).find(CimName.of("CIM_AlertIndication"));
        if (alert == null) {
            return;
        }
        ALARMS.forEach((property, parameter) -> {
            CimPropertyDeclaration declared = alert.property(CimName.of(property));
            CimQualifier mapping = declared == null ? null : declared.qualifier(CimName.of("MappingStrings"));
            String said = String.valueOf(mapping == null ? null : mapping.value());
            findings.unless(
                    said.contains("X733." + parameter),
                    "CIM_AlertIndication." + property,
                    "is mapped to " + said + ", not to " + parameter + " of X.733");
        });
    }

    private static void foreign(Subject subject, Findings findings) throws CimException {
        for (CimClass each : subject.server().classes(subject.implementation()).all()) {
            for (CimPropertyDeclaration property :
                    each.name().toString().startsWith("CIM_") ? each.properties() : List.<CimPropertyDeclaration>of()) {
                findings.unless(
                        !UNKNOWN_TO_THE_DMTF.matcher(property.name().toString()).matches(),
                        each.name() + "." + property.name(),
                        "is no property of the DMTF's, though its class is named as one of theirs");
            }
        }
    }

    /** CIM compares names regardless of case, but clients do not. */
    private static void names(Subject subject, Findings findings) throws CimException {
        ClassTree classes = subject.server().classes(subject.implementation());
        CimClass watchdog = classes.find(CimName.of("CIM_Watchdog"));
        findings.unless(
                watchdog == null || watchdog.name().toString().equals("CIM_Watchdog"),
                "CIM_Watchdog",
                "is spelled " + (watchdog == null ? "" : watchdog.name()));
        CimClass snapshots = classes.find(CimName.of("CIM_VirtualSystemSnapshotServiceCapabilities"));
        findings.unless(
                snapshots == null || snapshots.property(CimName.of("AynchronousMethodsSupported")) != null,
                "CIM_VirtualSystemSnapshotServiceCapabilities",
                "lacks AynchronousMethodsSupported, which the DMTF spells without the s");
        CimClass settings = classes.find(CimName.of("CIM_ElementSettingData"));
        for (String experimental : List.of("IsMinimum", "IsMaximum", "IsPending")) {
            findings.unless(
                    settings == null || settings.property(CimName.of(experimental)) == null,
                    "CIM_ElementSettingData." + experimental,
                    "is in no final schema");
        }
    }

    private static void types(Subject subject, Findings findings) throws CimException {
        ClassTree classes = subject.server().classes(subject.implementation());
        type(
                classes,
                "CIM_ResourcePoolConfigurationCapabilities",
                "SynchronousMethodsSupported",
                CimType.UINT32,
                findings);
        type(
                classes,
                "CIM_ResourcePoolConfigurationCapabilities",
                "AsynchronousMethodsSupported",
                CimType.UINT32,
                findings);
        type(
                classes,
                "CIM_VirtualSystemManagementCapabilities",
                "SynchronousMethodsSupported",
                CimType.UINT16,
                findings);
        type(
                classes,
                "CIM_VirtualSystemSnapshotServiceCapabilities",
                "SynchronousMethodsSupported",
                CimType.UINT16,
                findings);
        type(
                classes,
                "CIM_VirtualSystemMigrationCapabilities",
                "SynchronousMethodsSupported",
                CimType.UINT16,
                findings);
        type(classes, "CIM_OrderedComponent", "AssignedSequence", CimType.UINT64, findings);
        type(classes, "CIM_VirtualSystemSettingData", "AutomaticStartupActionSequenceNumber", CimType.UINT16, findings);
    }

    private static void type(ClassTree classes, String className, String name, CimType type, Findings findings) {
        CimClass declared = classes.find(CimName.of(className));
        CimPropertyDeclaration property = declared == null ? null : declared.property(CimName.of(name));
        findings.unless(
                declared == null || (property != null && property.type().type() == type),
                className + "." + name,
                "is " + (property == null ? "not there" : property.type()) + ", not " + type.wireName());
    }
}
