/**
 * libvirt's backups in push mode, and its checkpoints, as those of the port. QEMU writes the copies into files that have
 * their names only when all of them are whole; libvirt has no word for that, so it is done here, and only for a libvirt of
 * this machine.
 *
 * <p>This room must not know what disks look like inside, nor who wants backups when.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.backup;

import org.jspecify.annotations.NullMarked;
