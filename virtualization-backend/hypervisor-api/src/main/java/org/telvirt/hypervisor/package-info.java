/**
 * The port that every virtualization engine implements: domains, their life cycle, the host, and events.
 *
 * <p>This room must not know CIM, XML or the name of any hypervisor's API.
 */
@NullMarked
package org.telvirt.hypervisor;

import org.jspecify.annotations.NullMarked;
