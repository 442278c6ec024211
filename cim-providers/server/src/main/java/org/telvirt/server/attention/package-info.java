/**
 * Connections that look for the next request of a prompt client for a moment, as long as no other work waits, before their
 * threads leave.
 */
@NullMarked
package org.telvirt.server.attention;

import org.jspecify.annotations.NullMarked;
