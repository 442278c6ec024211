package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimObject;

/**
 * Reads an embedded object from the text of a string whose sender did not mark it as embedded. Rooms that know a
 * notation, CIM-XML or MOF, implement it; the object manager, which knows the declared type, asks.
 */
@FunctionalInterface
public interface EmbeddedObjectReader {
    /**
     * The object that the text stands for.
     *
     * @return null: the text is not in this notation
     * @throws CimException INVALID_PARAMETER: it is in this notation but not well formed
     */
    @Nullable
    CimObject read(String text) throws CimException;
}
