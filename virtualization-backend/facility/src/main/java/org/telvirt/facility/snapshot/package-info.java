/**
 * Snapshots of virtual systems: what there is, read from memory, and taking, applying and removing them as jobs.
 *
 * <p>This room must not know who wants them, nor how an engine keeps them.
 */
@NullMarked
package org.telvirt.facility.snapshot;

import org.jspecify.annotations.NullMarked;
