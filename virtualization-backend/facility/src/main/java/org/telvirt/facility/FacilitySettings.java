package org.telvirt.facility;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a facility works.
 *
 * @param grace how long callers are kept waiting before their work goes on as a job; 2 s
 * @param timeouts how long each transition may take if its caller does not say; 5 min for those that a guest has to do,
 *     10 min for suspending, which writes the memory to disk, else 2 min
 * @param jobRetention how long a job can be seen after its end; 5 min (CIM_ConcreteJob.TimeBeforeRemoval)
 * @param jobs how many jobs there may be at a time; 1000
 * @param queuedEvents how many events may wait for each reader; 10 000
 * @param eagerDefinitions how many definitions are read before the facility opens; those of the other systems are read
 *     when someone asks for them; 2000
 * @param relistDelay how long after the engine did not answer it is asked again; 1 s
 */
public record FacilitySettings(
        Duration grace,
        Map<Transition, Duration> timeouts,
        Duration jobRetention,
        int jobs,
        int queuedEvents,
        int eagerDefinitions,
        Duration relistDelay) {

    /** Copies the map; every transition must be in it. */
    public FacilitySettings {
        timeouts = Map.copyOf(timeouts);
        for (Transition transition : Transition.values()) {
            if (!timeouts.containsKey(transition)) {
                throw new IllegalArgumentException("no timeout for " + transition);
            }
        }
    }

    /** The values named above. */
    public static FacilitySettings standard() {
        Map<Transition, Duration> timeouts = new EnumMap<>(Transition.class);
        for (Transition transition : Transition.values()) {
            timeouts.put(transition, usualTimeout(transition));
        }
        return new FacilitySettings(
                Duration.ofSeconds(2), timeouts, Duration.ofMinutes(5), 1000, 10_000, 2000, Duration.ofSeconds(1));
    }

    private static Duration usualTimeout(Transition transition) {
        return switch (transition) {
            case SHUT_DOWN, REBOOT -> Duration.ofMinutes(5);
            case SUSPEND -> Duration.ofMinutes(10);
            default -> Duration.ofMinutes(2);
        };
    }

    public FacilitySettings withGrace(Duration other) {
        return new FacilitySettings(other, timeouts, jobRetention, jobs, queuedEvents, eagerDefinitions, relistDelay);
    }

    public FacilitySettings withJobs(int most, Duration retention) {
        return new FacilitySettings(grace, timeouts, retention, most, queuedEvents, eagerDefinitions, relistDelay);
    }

    public FacilitySettings withQueuedEvents(int most) {
        return new FacilitySettings(grace, timeouts, jobRetention, jobs, most, eagerDefinitions, relistDelay);
    }

    public FacilitySettings withEagerDefinitions(int most) {
        return new FacilitySettings(grace, timeouts, jobRetention, jobs, queuedEvents, most, relistDelay);
    }
}
