/** Makes the server known by the service location protocol (DSP0205, DSP0206). */
@NullMarked
package org.telvirt.slp;

import org.jspecify.annotations.NullMarked;
