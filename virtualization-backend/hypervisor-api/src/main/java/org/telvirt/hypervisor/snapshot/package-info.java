/**
 * Snapshots of domains: what a domain was at one time, to which it can go back.
 */
@NullMarked
package org.telvirt.hypervisor.snapshot;

import org.jspecify.annotations.NullMarked;
