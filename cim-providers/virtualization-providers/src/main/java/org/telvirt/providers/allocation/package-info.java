/**
 * What can be allocated to virtual systems (DSP1043): which amounts by default, at least, at most and in which steps; and
 * what settings of processors and memory say of reservation and weight (DSP1044, DSP1045).
 */
@NullMarked
package org.telvirt.providers.allocation;

import org.jspecify.annotations.NullMarked;
