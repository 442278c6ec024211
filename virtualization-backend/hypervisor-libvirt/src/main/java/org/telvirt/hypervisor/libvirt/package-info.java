/** The engine for KVM, QEMU and Xen hosts, through libvirt. */
@NullMarked
package org.telvirt.hypervisor.libvirt;

import org.jspecify.annotations.NullMarked;
