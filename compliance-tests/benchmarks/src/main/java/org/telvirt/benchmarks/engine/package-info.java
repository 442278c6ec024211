/**
 * How much the engine for libvirt adds to libvirt: bulk statistics, lists, events, and what is kept of each domain. And how
 * the simulated host and the facility's view of it grow.
 */
@NullMarked
package org.telvirt.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
