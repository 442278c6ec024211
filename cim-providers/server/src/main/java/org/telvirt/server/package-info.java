/** The runnable server: settings, wiring, HTTP, security and threads. */
@NullMarked
package org.telvirt.server;

import org.jspecify.annotations.NullMarked;
