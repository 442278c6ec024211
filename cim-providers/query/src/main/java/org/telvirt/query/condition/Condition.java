package org.telvirt.query.condition;

import org.telvirt.query.operand.Frame;

/** What is true, false or unknown of a row. Fixed; for use by many threads. */
@FunctionalInterface
public interface Condition {
    Truth test(Frame frame);
}
