/**
 * Hardware, storage and networks of a simulated host. What they hold takes no room but in its sums.
 *
 * <p>This room must not know domains, nor who is connected.
 */
@NullMarked
package org.telvirt.hypervisor.simulated.resource;

import org.jspecify.annotations.NullMarked;
