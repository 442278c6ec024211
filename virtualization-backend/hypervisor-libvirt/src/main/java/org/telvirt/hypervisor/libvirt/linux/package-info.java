/**
 * What the kernel of the machine tells by its files below {@code /proc} and {@code /sys}: what threads, processors,
 * memory, disks and links do, and what fails. Their roots are given, so that a copied tree can stand for a machine.
 *
 * <p>This room must not know libvirt.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.linux;

import org.jspecify.annotations.NullMarked;
