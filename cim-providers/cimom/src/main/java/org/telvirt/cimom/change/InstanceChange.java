package org.telvirt.cimom.change;

import org.telvirt.cim.CimInstance;

/** What happened to an instance that no provider answers for; told after it is durable and readers see it. */
public sealed interface InstanceChange {
    /** The instance, complete, at its path in its namespace, without a host; as it was last if it is gone. */
    CimInstance instance();

    /** It was made. */
    record Created(CimInstance instance) implements InstanceChange {}

    /**
     * It was changed.
     *
     * @param before as it was
     */
    record Modified(CimInstance before, CimInstance instance) implements InstanceChange {}

    /** It was removed. */
    record Deleted(CimInstance instance) implements InstanceChange {}
}
