/**
 * libvirt's storage pools, volumes and networks as those of the port.
 *
 * <p>This room must not know what domains do with them, nor the files and bridges behind them: libvirt does all that.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.resource;

import org.jspecify.annotations.NullMarked;
