/** Who may use the server: users with bcrypt hashes, HTTP Basic credentials (RFC 7617), and a brake on guessing. */
@NullMarked
package org.telvirt.server.access;

import org.jspecify.annotations.NullMarked;
