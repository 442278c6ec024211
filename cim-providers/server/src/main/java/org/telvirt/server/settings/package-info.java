/**
 * The server's settings: one table of names, defaults and meanings, read from the command line, the environment and a
 * file, in this order of precedence. Knows nothing of what the settings steer.
 */
@NullMarked
package org.telvirt.server.settings;

import org.jspecify.annotations.NullMarked;
