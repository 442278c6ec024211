package org.telvirt.hypervisor.host;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * The memory of the machine.
 *
 * @param total all of it
 * @param free what is quite unused; null: the platform cannot tell
 */
public record HostMemory(ByteSize total, @Nullable ByteSize free) {}
