/** Real hypervisor hosts and guests for tests: a libvirtd of one's own, and guests of 512 bytes. Knows nothing of Telvirt. */
@NullMarked
package org.telvirt.hypervisor.libvirt.rig;

import org.jspecify.annotations.NullMarked;
