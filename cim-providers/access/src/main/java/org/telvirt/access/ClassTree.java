package org.telvirt.access;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** What must be known of the classes to judge. Safe for use by many threads. */
public interface ClassTree {
    /** A namespace by its own name; the given name if there is no such namespace. */
    CimNamespace own(CimNamespace name);

    /** Whether a class is another one or descends from it; false: one of them does not exist. */
    boolean isA(CimNamespace namespace, CimName className, CimName ancestor);
}
