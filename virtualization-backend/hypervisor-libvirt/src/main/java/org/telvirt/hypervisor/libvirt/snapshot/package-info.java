/**
 * libvirt's snapshots of domains, and its long work on them, as those of the port.
 *
 * <p>This room must not know what disks look like inside, nor who wants snapshots when.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.snapshot;

import org.jspecify.annotations.NullMarked;
