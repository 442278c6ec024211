/**
 * Backups of domains: copies of their disks that an engine makes while they run, and the checkpoints since which it
 * knows what has changed.
 *
 * <p>How far a backup is, and its end before time, are in {@link org.telvirt.hypervisor.work.LongWork}, as with all long
 * work. Until it is whole a copy is in a file whose name ends in {@code .partial}; one that fails or is ended leaves
 * none.
 */
@NullMarked
package org.telvirt.hypervisor.backup;

import org.jspecify.annotations.NullMarked;
