/** Advertisements as other programs on the network see them: over real sockets on the loopback interface. */
@NullMarked
package org.telvirt.slp;

import org.jspecify.annotations.NullMarked;
