/**
 * The devices that a virtual system has while it is in memory, one to one with the resources of its state configuration
 * (DSP1057, DSP1041 and the profiles for kinds of resources: DSP1044, 1045, 1047, 1050, 1059). Each of them is a pure
 * mapping of the facility's view; its DeviceID is the name that the resource has in InstanceIDs.
 *
 * <p>Devices without settings of their own follow from those that have them: controllers from the buses of drives, a
 * keyboard and a mouse from a graphical console.
 */
@NullMarked
package org.telvirt.providers.logicaldevice;

import org.jspecify.annotations.NullMarked;
