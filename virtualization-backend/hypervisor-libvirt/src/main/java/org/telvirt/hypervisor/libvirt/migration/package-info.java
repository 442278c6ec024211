/**
 * Bringing domains from one libvirt to another. We are connected to both and lead the two through it (what libvirt calls
 * managed), so that the two daemons need not reach each other; only tunnelled migrations are left to the daemons. If we die
 * meanwhile, both daemons see our connections go and the domain stays where it was, or stands still here until somebody
 * settles where it belongs.
 */
@NullMarked
package org.telvirt.hypervisor.libvirt.migration;

import org.jspecify.annotations.NullMarked;
