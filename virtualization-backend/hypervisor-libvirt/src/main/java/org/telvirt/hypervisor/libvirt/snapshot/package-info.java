/**
 * libvirt's snapshots, and its long work on domains.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.snapshot;

import org.jspecify.annotations.NullMarked;
