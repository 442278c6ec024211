package org.telvirt.hypervisor.host;

import java.util.Set;

/**
 * What the kernel counts as one processor: a thread of a core.
 *
 * @param number as the kernel counts
 * @param socket the package that it is in
 * @param core within the socket
 * @param siblings the logical processors of its core, itself included
 */
public record LogicalProcessor(int number, int socket, int core, Set<Integer> siblings) {
    public LogicalProcessor {
        siblings = Set.copyOf(siblings);
    }
}
