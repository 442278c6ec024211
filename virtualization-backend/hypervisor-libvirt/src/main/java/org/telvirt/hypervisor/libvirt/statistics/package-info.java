/**
 * The bulk statistics of libvirt as statistics of the port.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.statistics;

import org.jspecify.annotations.NullMarked;
