/**
 * The networks of the engine as virtual Ethernet switches, each with a port for every port of an active system that is plugged
 * into it (DSP1097).
 */
@NullMarked
package org.telvirt.providers.vswitch;

import org.jspecify.annotations.NullMarked;
