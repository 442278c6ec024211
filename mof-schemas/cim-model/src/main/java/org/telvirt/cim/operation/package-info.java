/**
 * The operations of CIM as values (DSP0223, DSP0200 §5.4), and the port that performs them.
 *
 * <p>Doors turn bytes into these records, the object manager performs them, and the results travel back. An operation
 * added here does not compile until every room that handles operations handles it.
 */
@NullMarked
package org.telvirt.cim.operation;

import org.jspecify.annotations.NullMarked;
