package org.telvirt.query.operand;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/** What has a value on a row. Fixed; for use by many threads. */
@FunctionalInterface
public interface Operand {
    /** The value; null: NULL. */
    @Nullable
    CimValue value(Frame frame);
}
