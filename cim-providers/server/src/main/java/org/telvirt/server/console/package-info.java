/** The commands that are not the server: they edit its files, ask a running one, or send it something. */
@NullMarked
package org.telvirt.server.console;

import org.jspecify.annotations.NullMarked;
