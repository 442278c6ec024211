/**
 * Storage and networks of a simulated host. What they hold takes no room but in its sums.
 */
@NullMarked
package org.telvirt.hypervisor.simulated.resource;

import org.jspecify.annotations.NullMarked;
