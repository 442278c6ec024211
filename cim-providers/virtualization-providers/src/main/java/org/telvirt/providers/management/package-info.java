/**
 * The management service of virtual systems and its capabilities (DSP1042): every method is all or nothing, changes the
 * defined configuration or, while a system is active, the state one, and answers with the return values of CIM_VirtualSystemManagementService.
 *
 * <p>A refusal is a return value, never an error of the operation; the Job parameter then names a job that says why.
 */
@NullMarked
package org.telvirt.providers.management;

import org.jspecify.annotations.NullMarked;
