/**
 * What can be changed of a domain while it runs, as values that can be applied to a definition. Must not know the port,
 * an engine, or how one does it.
 */
@NullMarked
package org.telvirt.hypervisor.change;

import org.jspecify.annotations.NullMarked;
