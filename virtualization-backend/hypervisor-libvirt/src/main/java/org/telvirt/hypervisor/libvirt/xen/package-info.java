/** What is peculiar to Xen behind libvirt: what its driver cannot do, and why. */
@NullMarked
package org.telvirt.hypervisor.libvirt.xen;

import org.jspecify.annotations.NullMarked;
