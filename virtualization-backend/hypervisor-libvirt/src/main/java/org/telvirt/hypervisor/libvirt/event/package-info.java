/**
 * libvirt's events beside those of life cycles, translated once into those of the port.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.event;

import org.jspecify.annotations.NullMarked;
