/**
 * A service agent of the Service Location Protocol, version 2 (RFC 2608), for one service of a few advertisements. It
 * answers who asks and registers with directory agents; it takes registrations from nobody. It must not know CIM.
 */
@NullMarked
package org.telvirt.slp;

import org.jspecify.annotations.NullMarked;
