/**
 * Jetty: sockets, TLS, limits, authentication, and the way of a request to its door (DSP0200 §7). Knows doors by their
 * exchanges; must not know a CIM operation.
 */
@NullMarked
package org.telvirt.server.porch;

import org.jspecify.annotations.NullMarked;
