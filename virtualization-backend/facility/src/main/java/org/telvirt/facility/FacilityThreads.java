package org.telvirt.facility;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Where a facility works; it makes no threads of its own, and ends none.
 *
 * @param jobs where the engine is asked to act; as many threads as actions may go on at a time
 * @param events where the engine's events are digested and listeners are called; one thread is enough
 * @param timer deadlines and forgetting; it is never blocked
 */
public record FacilityThreads(Executor jobs, Executor events, ScheduledExecutorService timer) {}
