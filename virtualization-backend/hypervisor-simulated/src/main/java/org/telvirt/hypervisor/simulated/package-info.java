/**
 * A deterministic host in memory, with fault injection and a movable clock. It runs no instructions, so its domains cost
 * nothing and its guests do as they are told.
 *
 * <p>This room must not know CIM, files or the network.
 */
@NullMarked
package org.telvirt.hypervisor.simulated;

import org.jspecify.annotations.NullMarked;
