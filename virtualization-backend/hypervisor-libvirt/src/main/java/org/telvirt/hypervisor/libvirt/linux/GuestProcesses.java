package org.telvirt.hypervisor.libvirt.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.statistics.SchedulingUse;

/**
 * The processes that run guests, known by the {@code -uuid} on their command lines, and how the kernel schedules their
 * threads. Looks through all processes only when it meets a domain that it does not know. Safe for use by many threads.
 */
public final class GuestProcesses {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final String VOLUNTARY = "\nvoluntary_ctxt_switches:";
    private static final String INVOLUNTARY = "\nnonvoluntary_ctxt_switches:";
    private static final int STARTED = 19; // of the fields of stat behind the command

    private final Path proc;
    private final Map<UUID, Guest> known = new HashMap<>();

    /** When it started tells a process from a later one of the same number. */
    private record Guest(Path folder, String started) {
        boolean isSeen() {
            return !started.isEmpty();
        }
    }

    /** A domain whose process cannot be seen, or not told from another's. */
    private static final Guest UNSEEN = new Guest(Path.of(""), "");

    public GuestProcesses(KernelFiles files) {
        this.proc = files.proc();
    }

    /** Of each domain whose process can be seen. */
    public synchronized Map<UUID, SchedulingUse> scheduling(Collection<UUID> domains) {
        known.keySet().retainAll(Set.copyOf(domains));
        known.values().removeIf(guest -> guest.isSeen() && !guest.started.equals(started(guest.folder)));
        Set<UUID> unknown = new HashSet<>(domains);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            look(unknown);
        }
        Map<UUID, SchedulingUse> uses = new HashMap<>();
        for (UUID domain : domains) {
            Guest guest = known.getOrDefault(domain, UNSEEN);
            SchedulingUse use = guest.isSeen() ? read(guest.folder.resolve("task")) : null;
            if (use != null) {
                uses.put(domain, use);
            }
        }
        return uses;
    }

    private void look(Set<UUID> unknown) {
        for (String process : KernelFiles.names(proc, DIGITS)) {
            Path folder = proc.resolve(process);
            UUID uuid = uuid(KernelFiles.text(folder.resolve("cmdline")));
            String started = uuid == null || !unknown.contains(uuid) ? null : started(folder);
            if (started != null) {
                // two of one domain, while it migrates from one host of ours to another: we cannot tell which is meant
                known.merge(uuid, new Guest(folder, started), (one, two) -> UNSEEN);
            }
        }
        unknown.forEach(uuid -> known.putIfAbsent(uuid, UNSEEN));
    }

    private static @Nullable UUID uuid(@Nullable String commandLine) {
        int at = commandLine == null ? -1 : commandLine.indexOf("\0-uuid\0");
        if (commandLine == null || at < 0) {
            return null;
        }
        int from = at + "\0-uuid\0".length();
        int to = commandLine.indexOf('\0', from);
        try {
            return to < 0 ? null : UUID.fromString(commandLine.substring(from, to));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String started(Path folder) {
        String stat = KernelFiles.text(folder.resolve("stat"));
        int command = stat == null ? -1 : stat.lastIndexOf(')');
        if (stat == null || command < 0) {
            return null;
        }
        String[] fields = KernelFiles.words(stat.substring(command + 1));
        return fields.length > STARTED ? fields[STARTED] : null;
    }

    private static @Nullable SchedulingUse read(Path tasks) {
        SchedulingUse sum = null;
        for (String task : KernelFiles.names(tasks, DIGITS)) {
            SchedulingUse one = readOne(tasks.resolve(task));
            sum = sum == null || one == null ? (sum == null ? one : sum) : plus(sum, one);
        }
        return sum;
    }

    private static SchedulingUse plus(SchedulingUse sum, SchedulingUse one) {
        return new SchedulingUse(
                sum.threads() + one.threads(),
                sum.voluntarySwitches() + one.voluntarySwitches(),
                sum.involuntarySwitches() + one.involuntarySwitches(),
                sum.runTime().plus(one.runTime()),
                sum.runDelay().plus(one.runDelay()),
                sum.slices() + one.slices());
    }

    /** Null: the thread has ended, or its kernel counts no such thing. */
    private static @Nullable SchedulingUse readOne(Path task) {
        String status = KernelFiles.text(task.resolve("status"));
        String schedstat = KernelFiles.text(task.resolve("schedstat"));
        if (status == null || schedstat == null) {
            return null;
        }
        Long voluntary = after(VOLUNTARY, status);
        Long involuntary = after(INVOLUNTARY, status);
        String[] times = KernelFiles.words(schedstat);
        if (voluntary == null || involuntary == null || times.length < 3) {
            return null;
        }
        try {
            return new SchedulingUse(
                    1,
                    voluntary,
                    involuntary,
                    Duration.ofNanos(Long.parseLong(times[0])),
                    Duration.ofNanos(Long.parseLong(times[1])),
                    Long.parseLong(times[2]));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Long after(String label, String text) {
        int at = text.indexOf(label);
        if (at < 0) {
            return null;
        }
        int from = at + label.length();
        int to = text.indexOf('\n', from);
        return KernelFiles.number(
                text.substring(from, to < 0 ? text.length() : to).strip());
    }
}
