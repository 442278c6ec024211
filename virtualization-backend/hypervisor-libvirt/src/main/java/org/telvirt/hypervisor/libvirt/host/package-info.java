/**
 * The machine below libvirt, as its capabilities, its node calls and its node devices tell of it.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.host;

import org.jspecify.annotations.NullMarked;
