/** A small house that breaks every rule of the floor plan once; the tests of the rules look at it. */
@NullMarked
package org.telvirt.architecture.sample;

import org.jspecify.annotations.NullMarked;
