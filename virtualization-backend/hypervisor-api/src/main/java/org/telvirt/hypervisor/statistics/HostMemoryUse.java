package org.telvirt.hypervisor.statistics;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * The memory of the machine.
 *
 * @param total all that the kernel has
 * @param free what is quite unused
 * @param available what new programs could have without swapping
 * @param caches of files and devices
 * @param swap all room for pages on disk
 * @param swapFree what is unused of it
 */
public record HostMemoryUse(
        ByteSize total,
        ByteSize free,
        @Nullable ByteSize available,
        @Nullable ByteSize caches,
        @Nullable ByteSize swap,
        @Nullable ByteSize swapFree) {}
