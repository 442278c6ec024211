/** The server's key and certificate: PEM files in the state folder, made at the first start. */
@NullMarked
package org.telvirt.server.tls;

import org.jspecify.annotations.NullMarked;
