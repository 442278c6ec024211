package org.telvirt.hypervisor.host;

import java.util.List;
import java.util.stream.Stream;

/**
 * How processors and memory belong together.
 *
 * @param cells the NUMA cells, by number; one if the machine has no such thing
 */
public record Topology(List<Cell> cells) {
    public Topology {
        cells = List.copyOf(cells);
    }

    /** All logical processors that are online. */
    public List<LogicalProcessor> processors() {
        return processorStream().toList();
    }

    /** How many sockets have a processor that is online. */
    public int sockets() {
        return (int)
                processorStream().mapToInt(LogicalProcessor::socket).distinct().count();
    }

    /** How many cores have one. */
    public int cores() {
        return (int)
                processorStream().map(LogicalProcessor::siblings).distinct().count();
    }

    /** How many logical processors share a core at most. */
    public int threadsPerCore() {
        return processorStream()
                .mapToInt(processor -> processor.siblings().size())
                .max()
                .orElse(1);
    }

    private Stream<LogicalProcessor> processorStream() {
        return cells.stream().flatMap(cell -> cell.processors().stream());
    }
}
