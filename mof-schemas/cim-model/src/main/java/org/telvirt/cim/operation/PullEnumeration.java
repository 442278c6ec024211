package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/**
 * Asks for the next part of an enumeration (DSP0200 §5.4.2.24.7).
 *
 * @param context from the last part
 * @param kind what the caller expects; must be what was opened
 * @param maxObjectCount the most objects in the answer; 0 only keeps the context alive
 */
public record PullEnumeration<T>(CimNamespace namespace, String context, ItemKind<T> kind, long maxObjectCount)
        implements CimOperation<EnumerationPart<T>> {
    /** PullInstancesWithPath or PullInstancePaths. */
    @Override
    public String operationName() {
        return "Pull" + kind.name();
    }

    @Override
    public EnumerationPart<T> performedBy(CimOperations target) throws CimException {
        return target.pull(this);
    }
}
