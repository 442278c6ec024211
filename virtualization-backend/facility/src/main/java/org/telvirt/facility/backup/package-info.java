/**
 * Backups of virtual systems: copies of their disks, made as jobs while they are active, and the checkpoints since which
 * what has changed is known.
 *
 * <p>This room must not know CIM. How copies are made is the engine's; what is asked for and what came of it are the values
 * of {@link org.telvirt.hypervisor.definition.backup}.
 */
@NullMarked
package org.telvirt.facility.backup;

import org.jspecify.annotations.NullMarked;
