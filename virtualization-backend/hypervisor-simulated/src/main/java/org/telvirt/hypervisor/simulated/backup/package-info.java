/**
 * Backups of a simulated host: copies without content, whose sizes are those of the disks, or of what guests have written
 * since a checkpoint. Copying takes its time on the timer's thread, so that the same clock gives the same backup.
 *
 * <p>This room must not know how domains live, nor who is connected.
 */
@NullMarked
package org.telvirt.hypervisor.simulated.backup;

import org.jspecify.annotations.NullMarked;
