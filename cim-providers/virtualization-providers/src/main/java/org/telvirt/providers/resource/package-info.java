/**
 * Resources of virtual systems as CIM_ResourceAllocationSettingData (DSP1041) in their state and defined configurations:
 * what holds for every kind of them.
 */
@NullMarked
package org.telvirt.providers.resource;

import org.jspecify.annotations.NullMarked;
