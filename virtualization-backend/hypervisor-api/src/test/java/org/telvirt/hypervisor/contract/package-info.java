/**
 * What every engine has to do, as tests. An engine's module extends {@link
 * org.telvirt.hypervisor.contract.HypervisorContract} once for each thing it can drive.
 */
@NullMarked
package org.telvirt.hypervisor.contract;

import org.jspecify.annotations.NullMarked;
