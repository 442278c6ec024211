/**
 * Pools of the host's resources (DSP1041): what can be counted on, who holds it, and whether one more may.
 *
 * <p>Pools hold what can be reserved; they are no upper bound for what systems use beyond that. What active systems hold is
 * counted as they change, so that no question walks through all of them. This room must not know CIM.
 */
@NullMarked
package org.telvirt.facility.pool;

import org.jspecify.annotations.NullMarked;
