/**
 * What a Virtualization Facility does, without a word of CIM: virtual systems with their states and definitions, the
 * transitions between states, and jobs for what takes long.
 *
 * <p>Reads come from a view in memory that the engine's events keep up to date; a read costs no call to the engine.
 */
@NullMarked
package org.telvirt.facility;

import org.jspecify.annotations.NullMarked;
