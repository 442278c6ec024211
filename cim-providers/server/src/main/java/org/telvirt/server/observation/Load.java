package org.telvirt.server.observation;

import java.util.Map;

/**
 * What the HTTP server does at a moment.
 *
 * @param connections open
 * @param crowded closed because too many came from one address, since the start
 * @param running requests that are worked on
 * @param waiting requests that wait for their turn
 * @param threads there are
 * @param idleThreads of them
 * @param answers by HTTP status, since the start
 */
public record Load(
        int connections,
        long crowded,
        int running,
        int waiting,
        int threads,
        int idleThreads,
        Map<Integer, Long> answers) {}
