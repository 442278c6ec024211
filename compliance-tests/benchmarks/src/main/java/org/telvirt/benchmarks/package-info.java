/** Measurements of the hot paths; run by hand, never part of a verdict. */
@NullMarked
package org.telvirt.benchmarks;

import org.jspecify.annotations.NullMarked;
