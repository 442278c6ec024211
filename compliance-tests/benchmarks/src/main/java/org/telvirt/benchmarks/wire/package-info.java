/** A running server, measured from the other end of a socket: what an administrator's tool would see. Run by wire.sh. */
@NullMarked
package org.telvirt.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
