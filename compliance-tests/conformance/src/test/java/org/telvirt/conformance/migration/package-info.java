/** Real guests that a client brings from one host to another, through the whole of Telvirt. */
@NullMarked
package org.telvirt.conformance.migration;

import org.jspecify.annotations.NullMarked;
