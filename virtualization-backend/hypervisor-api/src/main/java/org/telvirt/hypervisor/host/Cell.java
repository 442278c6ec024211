package org.telvirt.hypervisor.host;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * A NUMA cell: processors, and the memory that is near to them.
 *
 * @param number as the kernel counts
 * @param memory all of it
 * @param free what is unused; null: the platform cannot tell
 * @param pages by size, smallest first; empty: the platform cannot tell
 * @param processors those that are online
 * @param distances to each cell by its number, where 10 is its own; empty: the platform cannot tell
 */
public record Cell(
        int number,
        ByteSize memory,
        @Nullable ByteSize free,
        List<PagePool> pages,
        List<LogicalProcessor> processors,
        Map<Integer, Integer> distances) {
    public Cell {
        pages = List.copyOf(pages);
        processors = List.copyOf(processors);
        distances = Map.copyOf(distances);
    }
}
