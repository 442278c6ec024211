/**
 * Resources of virtual systems as CIM_ResourceAllocationSettingData (DSP1041) in their state and defined configurations:
 * processors (DSP1044), memory (DSP1045), drives (DSP1047), network ports (DSP1050) and serial ports (DSP1059).
 *
 * <p>A kind of resource is one pure mapper in both directions; everything else here holds for every kind.
 */
@NullMarked
package org.telvirt.providers.resource;

import org.jspecify.annotations.NullMarked;
