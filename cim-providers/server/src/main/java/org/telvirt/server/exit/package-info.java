/** How the server ends: exit codes, and the one exception of its start. */
@NullMarked
package org.telvirt.server.exit;

import org.jspecify.annotations.NullMarked;
