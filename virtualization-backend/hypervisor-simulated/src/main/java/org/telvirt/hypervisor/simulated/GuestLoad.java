package org.telvirt.hypervisor.simulated;

import java.time.Duration;

/**
 * What a guest does while it runs.
 *
 * @param processorShare of each of its virtual processors, from 0 to 1
 * @param requestsPerSecond on each of its disks, as many reads as writes
 * @param bytesPerRequest that each of them moves
 * @param latency how long each of them takes
 * @param packetsPerSecond through each of its ports, of a thousand bytes, as many in as out
 */
public record GuestLoad(
        double processorShare, long requestsPerSecond, long bytesPerRequest, Duration latency, long packetsPerSecond) {
    /** A tenth of a processor, and little else. */
    public static final GuestLoad LIGHT = new GuestLoad(0.1, 20, 4096, Duration.ofMillis(2), 50);

    /** A guest that waits. */
    public static final GuestLoad IDLE = new GuestLoad(0, 0, 4096, Duration.ofMillis(2), 0);

    /** All of its processors, and nothing else. */
    public static final GuestLoad BUSY = new GuestLoad(1, 0, 4096, Duration.ofMillis(2), 0);
}
