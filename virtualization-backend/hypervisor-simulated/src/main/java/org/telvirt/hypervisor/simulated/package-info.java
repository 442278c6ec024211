/** A deterministic host in memory, with fault injection and a movable clock. */
@NullMarked
package org.telvirt.hypervisor.simulated;

import org.jspecify.annotations.NullMarked;
