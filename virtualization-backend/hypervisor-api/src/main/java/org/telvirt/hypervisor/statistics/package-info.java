/**
 * What domains and their host have used so far: counters and levels, each with its unit in its type. What a platform
 * cannot tell is null, never zero.
 *
 * <p>Counters count from the start of a domain's run, or of the host, and only grow; rates, latencies and the like are
 * the difference of two samples and are left to the reader.
 */
@NullMarked
package org.telvirt.hypervisor.statistics;

import org.jspecify.annotations.NullMarked;
