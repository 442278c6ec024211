package org.telvirt.cim.operation;

import java.util.OptionalLong;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/** Asks how many objects an enumeration has left (DSP0200 §5.4.2.24.11); empty: not known. */
public record CountEnumeration(CimNamespace namespace, String context) implements CimOperation<OptionalLong> {
    @Override
    public String operationName() {
        return "EnumerationCount";
    }

    @Override
    public OptionalLong performedBy(CimOperations target) throws CimException {
        return target.count(this);
    }
}
