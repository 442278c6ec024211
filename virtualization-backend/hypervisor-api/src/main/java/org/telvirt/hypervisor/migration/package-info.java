/**
 * Moving domains from host to host, while they run or not: what is asked for, whether it can be done, and what came of
 * it.
 *
 * <p>How far a migration is, and its end before time, are in {@link org.telvirt.hypervisor.work.LongWork}, as with all
 * long work. A migration that fails leaves the domain where it was, in the state that it was in.
 */
@NullMarked
package org.telvirt.hypervisor.migration;

import org.jspecify.annotations.NullMarked;
