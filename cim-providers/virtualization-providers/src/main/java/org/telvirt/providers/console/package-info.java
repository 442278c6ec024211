/**
 * Consoles of virtual systems: graphical ones by VNC (DSP1076) and serial ports (DSP1024), as access points that clients
 * find from the system, with the URL and the port where the host serves them. What passes through a console does not pass
 * through Telvirt.
 */
@NullMarked
package org.telvirt.providers.console;

import org.jspecify.annotations.NullMarked;
