/** Sends classes, qualifiers and instances from MOF to a running server, by the operations of DSP0200. */
@NullMarked
package org.telvirt.server.schema;

import org.jspecify.annotations.NullMarked;
