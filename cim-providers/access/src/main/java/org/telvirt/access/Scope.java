package org.telvirt.access;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Where a role allows something. */
public sealed interface Scope {
    /** Everywhere. */
    record Everything() implements Scope {
        @Override
        public String toString() {
            return "everything";
        }
    }

    /** All of a namespace, under each of its names. */
    record InNamespace(CimNamespace namespace) implements Scope {
        @Override
        public String toString() {
            return namespace.toString();
        }
    }

    /**
     * A class, its subclasses, and the instances of them.
     *
     * @param namespace null: in every namespace
     */
    record OfClass(@Nullable CimNamespace namespace, CimName className) implements Scope {
        @Override
        public String toString() {
            return (namespace == null ? "" : namespace + ":") + className;
        }
    }

    /**
     * A method of a class and of its subclasses.
     *
     * @param namespace null: in every namespace
     */
    record OfMethod(@Nullable CimNamespace namespace, CimName className, CimName method) implements Scope {
        @Override
        public String toString() {
            return (namespace == null ? "" : namespace + ":") + className + "." + method;
        }
    }

    /** One instance. */
    record OneInstance(InstanceName name) implements Scope {
        @Override
        public String toString() {
            return name.toString();
        }
    }
}
