/**
 * The devices of a definition and their settings, each a pure mapper in both directions: processors (DSP1044), memory
 * (DSP1045), drives (DSP1047), network ports (DSP1050), serial ports, graphical consoles, devices of the host and shared memory
 * (DSP1059).
 *
 * <p>This room must not know virtual systems, configurations or the facility.
 */
@NullMarked
package org.telvirt.providers.device;

import org.jspecify.annotations.NullMarked;
