package org.telvirt.conformance.clause;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;

/** Which instances a demand is about. */
@FunctionalInterface
public interface Elements {
    /** All of them on this server. */
    List<CimInstance> of(Subject subject) throws CimException;

    /** All of a class and its subclasses. */
    static Elements every(String className) {
        return subject -> subject.every(className);
    }
}
