package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;

/**
 * A named argument of a method call or of its answer.
 *
 * @param type as the sender said or, after the object manager, as declared; null: the sender left it out
 * @param value null: NULL
 */
public record CimArgument(
        CimName name, @Nullable CimDataType type, @Nullable CimValue value) {}
