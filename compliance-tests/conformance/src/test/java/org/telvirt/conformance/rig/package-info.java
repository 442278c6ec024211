/**
 * What the conformance tests stand on: the server as its users start it, and the clients of others. It knows no class of
 * the server.
 */
@NullMarked
package org.telvirt.conformance.rig;

import org.jspecify.annotations.NullMarked;
