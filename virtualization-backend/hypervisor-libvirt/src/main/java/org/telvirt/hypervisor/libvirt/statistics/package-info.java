/**
 * The bulk statistics of libvirt as statistics of the port, and libvirt's typed parameters.
 *
 * <p>This room must not keep anything between two samples: rates are the difference that others make.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.statistics;

import org.jspecify.annotations.NullMarked;
