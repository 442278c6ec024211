package org.telvirt.hypervisor.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What has gone through a network port, one way.
 *
 * @param bytes with the frames' headers
 * @param packets how many
 * @param errors packets that were damaged
 * @param drops packets that found no room
 */
public record Traffic(
        @Nullable Long bytes,
        @Nullable Long packets,
        @Nullable Long errors,
        @Nullable Long drops) {}
