/**
 * Bringing virtual systems to other hosts: as jobs, one thing at a time for each system.
 *
 * <p>This room must not know CIM. How it is done is the engine's; what is asked for and what stands in the way are the
 * values of {@link org.telvirt.hypervisor.definition.migration}.
 */
@NullMarked
package org.telvirt.facility.migration;

import org.jspecify.annotations.NullMarked;
