/** Bad input from tired and from hostile clients: what it gets, and that it changes nothing. */
@NullMarked
package org.telvirt.conformance.input;

import org.jspecify.annotations.NullMarked;
