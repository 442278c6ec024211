/**
 * Power control of virtual systems (DSP1027): the same transitions as RequestStateChange, by the numbers of power states,
 * for clients that know machines rather than virtual ones. The power of the host is not for us to switch.
 */
@NullMarked
package org.telvirt.providers.power;

import org.jspecify.annotations.NullMarked;
