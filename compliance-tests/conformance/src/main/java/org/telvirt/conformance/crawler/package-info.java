/**
 * Walks from every instance of a namespace to every other one and looks whether all answers agree: lists with single
 * instances, superclasses with their subclasses, associations with their ends, from each of them, with each operation and
 * each filter (DSP0200, 5.4.2). It knows no profile.
 */
@NullMarked
package org.telvirt.conformance.crawler;

import org.jspecify.annotations.NullMarked;
