/**
 * The engine for KVM, QEMU and Xen hosts, through libvirt's own C library.
 *
 * <p>The one room that knows libvirt. It must not know CIM, nor what the facility does with domains.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt;

import org.jspecify.annotations.NullMarked;
