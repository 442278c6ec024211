/**
 * Networks of the machine that domains' ports can be attached to.
 */
@NullMarked
package org.telvirt.hypervisor.network;

import org.jspecify.annotations.NullMarked;
