package org.telvirt.benchmarks.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server that is measured.
 *
 * @param pid its process
 */
record Server(String host, int port, String userAndPassword, long pid) {
    private static final double KIB_PER_MIB = 1024;

    /** The memory that the process holds, in MiB. */
    double residentMib() {
        return statusMib("VmRSS:");
    }

    private double statusMib(String field) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
                }
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return Double.NaN;
    }

    /** What is in use of the process's heap, in MiB, after what is garbage has been thrown away or not; NaN: unknown. */
    double heapMib() {
        try {
            Process jcmd = new ProcessBuilder("jcmd", Long.toString(pid), "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            double used = 0;
            for (String line : text.split("\n", -1)) {
                // the young and the old generation of the serial collector; the rest is no heap
                if (line.contains("generation") && line.contains("used ")) {
                    used += Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")) / KIB_PER_MIB;
                }
            }
            return used == 0 ? Double.NaN : used;
        } catch (IOException | NumberFormatException e) {
            return Double.NaN;
        }
    }
}
