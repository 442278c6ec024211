/**
 * What is done with virtual systems without anybody asking: they start in order when the host has started, stop in reverse
 * order before it stops, and start again after a crash (SCOPE VMDEF1, VMFH1; the Automatic…Action properties of
 * CIM_VirtualSystemSettingData).
 *
 * <p>This room acts through the port of the facility, as any client does, so that it can do nothing that others cannot.
 */
@NullMarked
package org.telvirt.facility.startup;

import org.jspecify.annotations.NullMarked;
