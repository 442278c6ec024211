/**
 * Storage pools of the machine and the volumes in them, which domains' disks can use.
 */
@NullMarked
package org.telvirt.hypervisor.storage;

import org.jspecify.annotations.NullMarked;
