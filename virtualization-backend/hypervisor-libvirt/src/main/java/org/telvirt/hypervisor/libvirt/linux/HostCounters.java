package org.telvirt.hypervisor.libvirt.linux;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.statistics.HostDiskUse;
import org.telvirt.hypervisor.statistics.HostMemoryUse;
import org.telvirt.hypervisor.statistics.HostSample;
import org.telvirt.hypervisor.statistics.Load;
import org.telvirt.hypervisor.statistics.PortUse;
import org.telvirt.hypervisor.statistics.ProcessorTimes;
import org.telvirt.hypervisor.statistics.SampleCost;
import org.telvirt.hypervisor.statistics.Traffic;
import org.telvirt.hypervisor.statistics.Transfer;

/** What the kernel has counted for the whole machine. */
public final class HostCounters {
    private static final Pattern ANY = Pattern.compile(".*");
    private static final Duration TICK = Duration.ofMillis(10); // USER_HZ is 100 wherever QEMU runs
    private static final long SECTOR = 512; // of diskstats, whatever the disk's own is
    private static final int PER_PROCESSOR = "cpu".length();

    private final KernelFiles files;

    public HostCounters(KernelFiles files) {
        this.files = files;
    }

    /** All of it. */
    public HostSample read(Instant time, SampleCost cost) {
        Stat stat = new Stat(KernelFiles.lines(files.proc().resolve("stat")));
        return new HostSample(
                time,
                cost,
                stat.all,
                stat.each,
                memory(),
                load(),
                stat.contextSwitches,
                stat.interrupts,
                links(),
                disks());
    }

    /** The file {@code /proc/stat}. */
    private static final class Stat {
        private final List<ProcessorTimes> each = new ArrayList<>();
        private ProcessorTimes all = new ProcessorTimes(null, null, null, null, null, null);
        private @Nullable Long contextSwitches;
        private @Nullable Long interrupts;

        Stat(List<String> lines) {
            for (String line : lines) {
                String[] words = KernelFiles.words(line);
                if (words[0].equals("cpu")) {
                    all = times(null, words);
                } else if (words[0].startsWith("cpu")) {
                    each.add(times(Integer.valueOf(words[0].substring(PER_PROCESSOR)), words));
                } else if (words[0].equals("ctxt")) {
                    contextSwitches = KernelFiles.number(words[1]);
                } else if (words[0].equals("intr")) {
                    interrupts = KernelFiles.number(words[1]);
                }
            }
        }

        private static ProcessorTimes times(@Nullable Integer number, String[] words) {
            return new ProcessorTimes(
                    number,
                    sum(words, 1, 2), // user, nice
                    sum(words, 3, 6, 7), // system, irq, softirq
                    sum(words, 4),
                    sum(words, 5),
                    sum(words, 8));
        }

        private static @Nullable Duration sum(String[] words, int... fields) {
            long ticks = 0;
            for (int field : fields) {
                Long value = field < words.length ? KernelFiles.number(words[field]) : null;
                if (value == null) {
                    return null;
                }
                ticks += value;
            }
            return TICK.multipliedBy(ticks);
        }
    }

    private @Nullable HostMemoryUse memory() {
        Map<String, ByteSize> sizes = new HashMap<>();
        for (String line : KernelFiles.lines(files.proc().resolve("meminfo"))) {
            String[] words = KernelFiles.words(line);
            Long kibibytes = words.length > 1 ? KernelFiles.number(words[1]) : null;
            if (kibibytes != null) {
                sizes.put(words[0], ByteSize.ofKibibytes(kibibytes));
            }
        }
        ByteSize total = sizes.get("MemTotal:");
        ByteSize free = sizes.get("MemFree:");
        if (total == null || free == null) {
            return null;
        }
        return new HostMemoryUse(
                total,
                free,
                sizes.get("MemAvailable:"),
                sum(sizes.get("Cached:"), sizes.get("Buffers:")),
                sizes.get("SwapTotal:"),
                sizes.get("SwapFree:"));
    }

    private static @Nullable ByteSize sum(@Nullable ByteSize one, @Nullable ByteSize two) {
        return one == null || two == null ? one : new ByteSize(one.bytes() + two.bytes());
    }

    private @Nullable Load load() {
        String text = KernelFiles.text(files.proc().resolve("loadavg"));
        String[] words = text == null ? new String[0] : KernelFiles.words(text);
        try {
            return words.length < 3
                    ? null
                    : new Load(
                            Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private List<PortUse> links() {
        List<PortUse> links = new ArrayList<>();
        for (String line : KernelFiles.lines(files.proc().resolve("net/dev"))) {
            int colon = line.indexOf(':');
            String[] words = KernelFiles.words(line.substring(colon + 1));
            if (colon > 0 && words.length >= 12) {
                links.add(new PortUse(line.substring(0, colon).strip(), traffic(words, 0), traffic(words, 8)));
            }
        }
        return links;
    }

    private static Traffic traffic(String[] words, int from) {
        return new Traffic(
                KernelFiles.number(words[from]),
                KernelFiles.number(words[from + 1]),
                KernelFiles.number(words[from + 2]),
                KernelFiles.number(words[from + 3]));
    }

    private List<HostDiskUse> disks() {
        Set<String> whole = Set.copyOf(KernelFiles.names(files.sys().resolve("block"), ANY));
        List<HostDiskUse> disks = new ArrayList<>();
        for (String line : KernelFiles.lines(files.proc().resolve("diskstats"))) {
            String[] words = KernelFiles.words(line);
            if (words.length >= 11 && (whole.isEmpty() || whole.contains(words[2]))) {
                disks.add(new HostDiskUse(words[2], transfer(words, 3), transfer(words, 7)));
            }
        }
        return disks;
    }

    private static Transfer transfer(String[] words, int from) {
        Long sectors = KernelFiles.number(words[from + 2]);
        Long milliseconds = KernelFiles.number(words[from + 3]);
        return new Transfer(
                KernelFiles.number(words[from]),
                sectors == null ? null : sectors * SECTOR,
                milliseconds == null ? null : Duration.ofMillis(milliseconds));
    }
}
