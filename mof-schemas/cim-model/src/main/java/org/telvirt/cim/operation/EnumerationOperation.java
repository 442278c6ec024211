package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;

/**
 * An operation whose answer is a run of instances or paths, so that it can also be opened and pulled (DSP0200
 * §5.4.2.24).
 *
 * @param <T> {@link org.telvirt.cim.CimInstance} with its path, or {@link org.telvirt.cim.CimInstancePath}
 */
public sealed interface EnumerationOperation<T> extends CimOperation<CimCursor<T>>
        permits EnumerateInstances, EnumerateInstanceNames, Associators, AssociatorNames, References, ReferenceNames {

    /** What it yields. */
    ItemKind<T> itemKind();
}
