/** A few virtual systems in memory with real providers over the real schema, for the tests of the object manager. */
@NullMarked
package org.telvirt.cimom.fleet;

import org.jspecify.annotations.NullMarked;
