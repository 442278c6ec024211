package org.telvirt.hypervisor.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What taking a sample cost.
 *
 * @param elapsed from asking to having it all
 * @param engine the part of it that the engine took to answer
 * @param processorTime of the thread that took it, without what the engine spent elsewhere; null: this machine does not
 *     tell
 */
public record SampleCost(
        Duration elapsed, Duration engine, @Nullable Duration processorTime) {}
