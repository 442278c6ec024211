/**
 * libvirt's storage pools, volumes and networks.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.resource;

import org.jspecify.annotations.NullMarked;
