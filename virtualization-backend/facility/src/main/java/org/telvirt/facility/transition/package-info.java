/**
 * What is being done to virtual systems: which transition is possible when, one at a time for each system, ended by its
 * deadline at the latest.
 *
 * <p>This room must not know CIM. It follows DSP1057 where that speaks, and says so where it leaves a choice.
 */
@NullMarked
package org.telvirt.facility.transition;

import org.jspecify.annotations.NullMarked;
