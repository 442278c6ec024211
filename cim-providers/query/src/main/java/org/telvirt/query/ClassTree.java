package org.telvirt.query;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;

/**
 * The classes of the namespace that a query is put to. A compiled query asks it again for every ISA, so an
 * implementation may follow changes of the schema; it is asked by many threads.
 */
public interface ClassTree {
    /** The class of this name with all that it inherits; null: there is none. */
    @Nullable
    CimClass find(CimName name);

    /** Whether a class is another one or descends from it; false if either does not exist. */
    boolean isA(CimName name, CimName ancestor);
}
