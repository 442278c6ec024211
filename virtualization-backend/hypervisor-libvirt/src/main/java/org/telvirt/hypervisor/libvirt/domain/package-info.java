/**
 * libvirt's domain XML ⇄ the port's definitions. What libvirt has no element for is noted in the domain's metadata; what
 * the port has no record for is left alone. Knows the format, not the library.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.domain;

import org.jspecify.annotations.NullMarked;
