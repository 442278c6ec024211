/** Clients of others against the server: every operation that they have. */
@NullMarked
package org.telvirt.conformance.interop;

import org.jspecify.annotations.NullMarked;
