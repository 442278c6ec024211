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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.Qualified;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.wbem.ClassTree;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.InstanceRules;
import org.telvirt.conformance.wbem.ValueMap;

/** What every class demands of its instances, and what numbers mean. */
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
                    FigureClauses::figures));

    private FigureClauses() {}

    static Profile profile() {
        return new Profile(
                "DSP0004",
                "",
                true,
                Stream.concat(CLAUSES.stream(), SchemaClauses.all().stream()).toList());
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
}
