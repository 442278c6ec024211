package org.telvirt.conformance.clause;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.wbem.Findings;

/** Demands as most profiles make them: instances that there must be, properties, associations, identifiers. */
public final class Demands {
    private static final Pattern INSTANCE_ID = Pattern.compile("[^:]+:.+");
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private Demands() {}

    /** There are some, and in each of them these properties are not NULL. */
    public static Check say(Elements elements, String... properties) {
        return (subject, findings) -> {
            List<CimInstance> all = elements.of(subject);
            findings.unless(!all.isEmpty(), "the server", "has no instance with " + List.of(properties));
            for (CimInstance instance : all) {
                nonNull(instance, findings, properties);
            }
        };
    }

    /** Tells which of these properties are NULL. */
    public static void nonNull(CimInstance instance, Findings findings, String... properties) {
        for (String property : properties) {
            findings.unless(
                    instance.value(CimName.of(property)) != null, path(instance), property + " is NULL, but mandatory");
        }
    }

    /** A property has one of these numbers. */
    public static Check oneOf(Elements elements, String property, long... numbers) {
        return (subject, findings) -> {
            for (CimInstance instance : elements.of(subject)) {
                Long value = instance.number(CimName.of(property));
                boolean listed = false;
                for (long number : numbers) {
                    listed |= value != null && value == number;
                }
                findings.unless(
                        listed, path(instance), property + " is " + value + ", not one of " + Arrays.toString(numbers));
            }
        };
    }

    /**
     * A kind of association as seen from one of its ends.
     *
     * @param association its class
     * @param role of the end that is looked from
     * @param resultRole of the end that it leads to
     * @param result what it leads to
     */
    public record Way(String association, String role, String resultRole, String result) {
        /** The filter that lets through this and nothing else. */
        public AssociationFilter filter() {
            return new AssociationFilter(
                    CimName.of(association), CimName.of(result), CimName.of(role), CimName.of(resultRole));
        }

        /** Where it leads from an instance. */
        public List<CimInstancePath> from(Subject subject, CimInstance instance) throws CimException {
            return subject.server().associatorNames(path(instance), filter());
        }

        /** What it leads to from an instance. */
        public List<CimInstance> instances(Subject subject, CimInstance instance) throws CimException {
            return subject.server().associators(path(instance), filter());
        }
    }

    /** Each leads to exactly one. */
    public static Check toOne(Elements elements, Way way) {
        return to(elements, way, 1, 1);
    }

    /** Each leads to one at least. */
    public static Check toSome(Elements elements, Way way) {
        return to(elements, way, 1, ANY_NUMBER);
    }

    /** Each leads to one at most. */
    public static Check toOneAtMost(Elements elements, Way way) {
        return to(elements, way, 0, 1);
    }

    /** None leads to any. */
    public static Check toNone(Elements elements, Way way) {
        return to(elements, way, 0, 0);
    }

    private static Check to(Elements elements, Way way, int least, int most) {
        return (subject, findings) -> {
            for (CimInstance instance : elements.of(subject)) {
                int count = way.from(subject, instance).size();
                findings.unless(
                        count >= least && count <= most,
                        path(instance),
                        way.association() + " leads as " + way.role() + " to " + count + " " + way.result() + " as "
                                + way.resultRole() + ", not to " + (most == ANY_NUMBER ? "one or more" : most));
            }
        };
    }

    /** InstanceID is OrgID:LocalID, and no two have the same. */
    public static Check identified(Elements elements) {
        return (subject, findings) -> {
            Set<String> seen = new HashSet<>();
            for (CimInstance instance : elements.of(subject)) {
                String id = String.valueOf(instance.text(CimName.of("InstanceID")));
                findings.unless(
                        INSTANCE_ID.matcher(id).matches(), path(instance), "InstanceID is not OrgID:LocalID: " + id);
                findings.unless(seen.add(id), path(instance), "another instance has the InstanceID " + id);
            }
        };
    }

    /** Several demands as one. */
    public static Check all(Check... checks) {
        return (subject, findings) -> {
            for (Check check : checks) {
                check.check(subject, findings);
            }
        };
    }

    /** The numbers of an array; empty: NULL. */
    public static List<Long> numbers(CimInstance instance, String property) {
        return instance.value(CimName.of(property)) instanceof CimValue.Array array
                ? array.elements().stream()
                        .filter(CimValue.Int.class::isInstance)
                        .map(value -> (Long) ((CimValue.Int) value).bits())
                        .toList()
                : List.of();
    }

    /** The texts of an array; empty: NULL. */
    public static List<String> texts(CimInstance instance, String property) {
        return instance.value(CimName.of(property)) instanceof CimValue.Array array
                ? array.elements().stream()
                        .filter(CimValue.Text.class::isInstance)
                        .map(value -> ((CimValue.Text) value).value())
                        .toList()
                : List.of();
    }

    /** A reference; null: NULL. */
    public static @Nullable CimInstancePath reference(CimInstance instance, String property) {
        return instance.value(CimName.of(property)) instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath to
                ? to
                : null;
    }
}
