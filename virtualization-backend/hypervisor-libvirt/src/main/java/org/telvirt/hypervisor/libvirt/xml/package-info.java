/**
 * XML as libvirt writes and reads it, edited in place: what a change does not name stays as it was, byte for byte. Knows
 * the format, not the library.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.xml;

import org.jspecify.annotations.NullMarked;
