package org.telvirt.hypervisor.libvirt.linux;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HostEvent.LinkChanged;
import org.telvirt.hypervisor.HostEvent.MemoryFaulty;
import org.telvirt.hypervisor.HostEvent.ProcessorChanged;

/**
 * Compares what the kernel tells of processors, memory controllers and links with what it told before, whenever it is
 * told to. The first look is what later ones are compared with, and tells nothing.
 */
public final class HostWatch {
    private static final Pattern PROCESSOR = Pattern.compile("cpu[0-9]+");
    private static final Pattern CONTROLLER = Pattern.compile("mc[0-9]+");
    private static final Pattern LINK =
            Pattern.compile("(?!lo$|vnet|tap).*"); // guests' own ports come and go with them

    private final KernelFiles files;
    private final InstantSource clock;
    private final Consumer<HostEvent> out;
    private final Map<String, Boolean> processors = new HashMap<>();
    private final Map<String, Boolean> links = new HashMap<>();
    private final Map<String, long[]> controllers = new HashMap<>();
    private boolean hasLooked;

    public HostWatch(KernelFiles files, InstantSource clock, Consumer<HostEvent> out) {
        this.files = files;
        this.clock = clock;
        this.out = out;
    }

    /** Looks, and tells what has changed since the last time; one thread at a time. */
    public synchronized void look() {
        Instant now = clock.instant();
        watchProcessors(now);
        watchLinks(now);
        watchControllers(now);
        hasLooked = true;
    }

    private void watchProcessors(Instant now) {
        Path folder = files.sys().resolve("devices/system/cpu");
        Function<String, @Nullable Boolean> isOnline = name -> {
            Long online = KernelFiles.number(folder.resolve(name).resolve("online"));
            return online == null || online == 1; // the first one has no switch: it cannot be taken away
        };
        compare(processors, folder, PROCESSOR, isOnline, (name, online) -> {
            int number = Integer.parseInt(name.substring("cpu".length()));
            out.accept(new ProcessorChanged(now, folder.resolve(name) + "/online", number, online));
        });
    }

    private void watchLinks(Instant now) {
        Path folder = files.sys().resolve("class/net");
        Function<String, @Nullable Boolean> isUp = name -> {
            String state = KernelFiles.text(folder.resolve(name).resolve("operstate"));
            return switch (state == null ? "" : state.strip()) {
                case "up" -> true;
                case "down", "lowerlayerdown", "notpresent" -> false;
                default -> null; // it does not tell
            };
        };
        compare(
                links,
                folder,
                LINK,
                isUp,
                (name, up) -> out.accept(new LinkChanged(now, folder.resolve(name) + "/operstate", name, up)));
    }

    private interface Difference {
        void tell(String name, boolean isThere);
    }

    /**
     * What was there and can no longer be seen is gone, as if it had been switched off; but a folder that cannot be read
     * tells nothing.
     */
    private void compare(
            Map<String, Boolean> known,
            Path folder,
            Pattern pattern,
            Function<String, @Nullable Boolean> read,
            Difference difference) {
        List<String> names = KernelFiles.namesIfReadable(folder, pattern);
        if (names == null) {
            return;
        }
        Map<String, Boolean> present = new HashMap<>();
        for (String name : names) {
            Boolean state = read.apply(name);
            if (state != null) {
                present.put(name, state);
            }
        }
        if (hasLooked) {
            present.forEach((name, state) -> {
                if (!state.equals(known.getOrDefault(name, false))) {
                    difference.tell(name, state);
                }
            });
            known.forEach((name, state) -> {
                if (state && !present.containsKey(name)) {
                    difference.tell(name, false);
                }
            });
        }
        known.clear();
        known.putAll(present);
    }

    private void watchControllers(Instant now) {
        Path folder = files.sys().resolve("devices/system/edac/mc");
        for (String name : KernelFiles.names(folder, CONTROLLER)) {
            Path controller = folder.resolve(name);
            Long corrected = KernelFiles.number(controller.resolve("ce_count"));
            Long uncorrected = KernelFiles.number(controller.resolve("ue_count"));
            long[] counts = {corrected == null ? 0 : corrected, uncorrected == null ? 0 : uncorrected};
            long[] before = controllers.put(name, counts);
            if (before != null) {
                // counters that were reset count from zero again
                long newCorrected = counts[0] < before[0] ? counts[0] : counts[0] - before[0];
                long newUncorrected = counts[1] < before[1] ? counts[1] : counts[1] - before[1];
                if (newCorrected + newUncorrected > 0) {
                    out.accept(new MemoryFaulty(now, controller.toString(), name, newCorrected, newUncorrected));
                }
            }
        }
    }
}
