package org.telvirt.conformance.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.Qualified;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.wbem.ClassTree;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.InstanceRules;
import org.telvirt.conformance.wbem.ValueMap;

/** What every class demands of its instances, and the traps that the classes themselves hold: names, types, numbers. */
final class FigureClauses {
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\.(\\w+)(\\((\\w*)\\))?");

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP0004 5.6.3",
                    "every instance has the types, value maps, keys, lengths and units of its class",
                    FigureClauses::instances),
            Clause.of(
                    "DSP1042 value maps",
                    "numbers mean what they mean in the DMTF's classes, Failed being 2 here and 4 there",
                    FigureClauses::figures),
            Clause.of(
                    "DSP1042 names",
                    "names are spelled as the DMTF spells them, mistakes included",
                    FigureClauses::names),
            Clause.of(
                    "DSP1041 types",
                    "the capabilities of pool configuration are arrays of uint32, their siblings of uint16",
                    FigureClauses::types));

    private FigureClauses() {}

    static Profile profile() {
        return new Profile("DSP0004", "", true, CLAUSES);
    }

    private static void instances(Subject subject, Findings findings) throws CimException {
        ClassTree classes = subject.server().classes(subject.implementation());
        InstanceRules rules = new InstanceRules(classes);
        for (CimName root : classes.roots()) {
            for (CimInstance instance : subject.every(root.toString())) {
                rules.check(instance, findings);
            }
        }
    }

    private static void figures(Subject subject, Findings findings) throws CimException {
        ClassTree classes = subject.server().classes(subject.implementation());
        for (String line : lines()) {
            String[] cells = line.split("\\|", -1);
            String element = cells[0].strip();
            long number = Long.parseLong(cells[1].strip());
            String meaning = cells[2].strip();
            Matcher name = ELEMENT.matcher(element);
            if (!name.matches()) {
                throw new IllegalStateException("figures.txt: " + line);
            }
            CimClass declared = classes.find(CimName.of(name.group(1)));
            if (declared != null) {
                Qualified found = find(declared, name.group(2), name.group(4));
                ValueMap map = found == null ? null : ValueMap.of(found);
                String said = map == null ? null : map.meaning(number);
                findings.unless(
                        said != null && plain(said).equals(plain(meaning)),
                        element,
                        number + " means '" + said + "', not '" + meaning + "'");
            }
        }
    }

    /** Labels of different versions of the schema differ in blanks, dashes and case. */
    private static String plain(String label) {
        return label.replaceAll("\\W", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Qualified find(CimClass declared, String name, @Nullable String parameter) {
        if (parameter == null) {
            return declared.property(CimName.of(name));
        }
        CimMethod method = declared.method(CimName.of(name));
        return method == null || parameter.isEmpty() ? method : method.parameter(CimName.of(parameter));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(FigureClauses.class.getResourceAsStream("figures.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
