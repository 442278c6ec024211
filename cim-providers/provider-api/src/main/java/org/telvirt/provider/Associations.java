package org.telvirt.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.operation.CallContext;

/**
 * Associations as data: who is at the two ends, and two functions that lead from one end to the other.
 *
 * <pre>{@code
 * Associations.of(CIM_HOSTED_DEPENDENCY)
 *         .from(ANTECEDENT, hosts)
 *         .to(DEPENDENT, virtualSystems)
 *         .everyToEvery();
 * }</pre>
 *
 * <p>What is built asks a function only about instances that exist, which it finds out by key.
 */
public final class Associations {
    private static final LinkProperties NONE = (left, right, context) -> List.of();
    private static final LinkTest ALWAYS = (left, right, context) -> true;

    private Associations() {}

    /** Leads from an instance that exists to those at the other end, all of which exist; empty: to none. */
    @FunctionalInterface
    public interface Neighbours {
        Iterable<CimInstancePath> of(CimInstancePath path, CallContext context) throws CimException;
    }

    /** Leads from an instance that exists to the one at the other end, which exists; null: to none. */
    @FunctionalInterface
    public interface Neighbour {
        @Nullable
        CimInstancePath of(CimInstancePath path, CallContext context) throws CimException;
    }

    /** Whether two instances that exist are linked, found without walking. */
    @FunctionalInterface
    interface LinkTest {
        boolean links(CimInstancePath left, CimInstancePath right, CallContext context) throws CimException;
    }

    /** What a link says besides its two references; those it leaves out are NULL or have their default. */
    @FunctionalInterface
    public interface LinkProperties {
        List<CimProperty> of(CimInstancePath left, CimInstancePath right, CallContext context) throws CimException;
    }

    /** Begins an association class, which is not abstract. */
    public static From of(CimName className) {
        return new From(className);
    }

    /** The class is known. */
    public static final class From {
        private final CimName className;

        private From(CimName className) {
            this.className = className;
        }

        /** The left end, in the namespace of the call. */
        public To from(CimName role, InstanceProvider instances) {
            return new To(className, new ProvidedEnd(role, instances, null));
        }

        /** The left end, always in this namespace. */
        public To from(CimName role, InstanceProvider instances, CimNamespace namespace) {
            return new To(className, new ProvidedEnd(role, instances, namespace));
        }
    }

    /** The class and the left end are known. */
    public static final class To {
        private final CimName className;
        private final ProvidedEnd left;

        private To(CimName className, ProvidedEnd left) {
            this.className = className;
            this.left = left;
        }

        /** The right end, in the namespace of the call. */
        public Linked to(CimName role, InstanceProvider instances) {
            return new Linked(className, left, new ProvidedEnd(role, instances, null), NONE);
        }

        /** The right end, always in this namespace. */
        public Linked to(CimName role, InstanceProvider instances, CimNamespace namespace) {
            return new Linked(className, left, new ProvidedEnd(role, instances, namespace), NONE);
        }
    }

    /** All but the links is known; how they are found comes last. */
    public static final class Linked {
        private final CimName className;
        private final ProvidedEnd left;
        private final ProvidedEnd right;
        private final LinkProperties properties;

        private Linked(CimName className, ProvidedEnd left, ProvidedEnd right, LinkProperties properties) {
            this.className = className;
            this.left = left;
            this.right = right;
            this.properties = properties;
        }

        /** What each link says besides its references. */
        public Linked with(LinkProperties more) {
            return new Linked(className, left, right, more);
        }

        /** What every link says besides its references. */
        public Linked with(CimProperty... more) {
            List<CimProperty> same = List.of(more);
            return with((from, to, context) -> same);
        }

        /** Each instance at the left is linked to each at the right. */
        public AssociationProvider everyToEvery() {
            return build(
                    (path, context) -> right.instances().enumeratePaths(context).toList(),
                    (path, context) -> left.instances().enumeratePaths(context).toList(),
                    ALWAYS);
        }

        /** Links found from the left by one function and from the right by the other, its inverse; few to each end. */
        public AssociationProvider manyToMany(Neighbours rightward, Neighbours leftward) {
            return build(rightward, leftward, (from, to, context) -> contains(rightward.of(from, context), to));
        }

        /** Links of at most one right end to each left end, and of at most one left end to each right end. */
        public AssociationProvider oneToOne(Neighbour rightward, Neighbour leftward) {
            return build(many(rightward), many(leftward), (from, to, context) -> is(rightward.of(from, context), to));
        }

        /** Links of many right ends to each left end, and of at most one left end to each right end. */
        public AssociationProvider oneToMany(Neighbours rightward, Neighbour leftward) {
            return build(rightward, many(leftward), (from, to, context) -> is(leftward.of(to, context), from));
        }

        /** Links of at most one right end to each left end, and of many left ends to each right end. */
        public AssociationProvider manyToOne(Neighbour rightward, Neighbours leftward) {
            return build(many(rightward), leftward, (from, to, context) -> is(rightward.of(from, context), to));
        }

        private AssociationProvider build(Neighbours rightward, Neighbours leftward, LinkTest test) {
            return new DeclaredAssociation(className, left, right, rightward, leftward, test, properties);
        }

        private static Neighbours many(Neighbour one) {
            return (path, context) -> {
                CimInstancePath found = one.of(path, context);
                return found == null ? List.of() : List.of(found);
            };
        }

        private static boolean contains(Iterable<CimInstancePath> paths, CimInstancePath wanted) {
            for (CimInstancePath path : paths) {
                if (is(path, wanted)) {
                    return true;
                }
            }
            return false;
        }

        // functions need not say the namespace
        private static boolean is(@Nullable CimInstancePath path, CimInstancePath wanted) {
            return path != null && path.in(null).on(null).equals(wanted.in(null).on(null));
        }
    }
}
