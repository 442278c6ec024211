package org.telvirt.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;

/**
 * How the simulated host and the view of it grow: everything at a tenth of the size and at the size. What costs more for
 * each system at the larger one walks through them all.
 *
 * <p>{@code SimulatedBenchmark REPORT SYSTEMS}
 */
public final class SimulatedBenchmark {
    private static final double GROWTH_LIMIT = 3;
    private static final double JUDGED_MICROS = 40; // less is lost in what else the machine does
    private static final double HEAP_LIMIT = 16 * 1024;
    private static final long SLOW_NANOS = 200_000;
    private static final int SAMPLES = 20;

    private final StringBuilder report = new StringBuilder();
    private boolean isOver;

    private SimulatedBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int systems = Integer.parseInt(arguments[1]);
        SimulatedBenchmark benchmark = new SimulatedBenchmark();
        benchmark.measure(systems);
        System.out.print(benchmark.report);
        Files.writeString(Path.of(arguments[0]), benchmark.report);
        System.exit(benchmark.isOver ? 1 : 0);
    }

    private void measure(int systems) throws Exception {
        try (Run warming = new Run(systems / 10)) { // what is compiled meanwhile is not measured
            warming.all();
        }
        Run small = new Run(systems / 10);
        try (small) {
            small.all();
        }
        Run large = new Run(systems);
        try (large) {
            large.all();
        }
        tell(small, large);
    }

    private void tell(Run small, Run large) {
        say("# The simulated host and the facility's view with %d systems", large.count);
        say("");
        say(
                "%d processors, load average %.2f, %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Instant.now());
        say("");
        say(
                "Microseconds for each system, and how much more they are with ten times as many (limit %.0f times, where it is"
                        + " more than %.0f):",
                GROWTH_LIMIT, JUDGED_MICROS);
        say("");
        say("| | %d systems | %d systems | growth | whole, ms |", small.count, large.count);
        say("|---|---|---|---|---|");
        for (int i = 0; i < large.lines.size(); i++) {
            Line one = small.lines.get(i);
            Line other = large.lines.get(i);
            double growth = other.each(large.count) / one.each(small.count);
            isOver |= growth > GROWTH_LIMIT && other.each(large.count) > JUDGED_MICROS;
            say(
                    "| %s | %.2f | %.2f | %.2f | %.1f |",
                    other.what, one.each(small.count), other.each(large.count), growth, other.nanos / 1e6);
        }
        say("");
        say(
                "Heap for each defined system: host **%.0f** bytes, host and view **%.0f** bytes, limit %.0f",
                large.hostHeap, large.viewHeap, HEAP_LIMIT);
        isOver |= large.viewHeap > HEAP_LIMIT;
        say("");
        say(
                "A reader that takes %.1f ms for each event got %d events and %d gaps of %d state changes; another one got all %d"
                        + " in %.0f ms, the changes took %.0f ms",
                SLOW_NANOS / 1e6,
                large.slowEvents,
                large.slowGaps,
                large.changes,
                large.fastEvents,
                large.fastMillis,
                large.changeMillis);
        say("");
        say(isOver ? "**over a limit**" : "all limits kept");
    }

    private void say(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** What was done to all systems, and how long it took. */
    private record Line(String what, long nanos) {
        double each(int count) {
            return nanos / 1e3 / count;
        }
    }

    /** Something that takes a while. */
    private interface Work {
        void run() throws Exception;
    }

    /** One host of a size, and what was measured on it. */
    private static final class Run implements AutoCloseable {
        private final int count;
        private final List<Line> lines = new ArrayList<>();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        private final SimulatedHypervisor engine;
        private final List<Domain> domains = new ArrayList<>();
        private double hostHeap;
        private double viewHeap;
        private int changes;
        private int slowEvents;
        private int slowGaps;
        private int fastEvents;
        private double fastMillis;
        private double changeMillis;

        Run(int count) {
            this.count = count;
            SimulatedHostSettings settings =
                    SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(1024L * count));
            this.engine = new SimulatedHost(settings, threads, timer, InstantSource.system()).connect();
        }

        void all() throws Exception {
            long empty = heap();
            time("define", () -> {
                for (int i = 0; i < count; i++) {
                    domains.add(engine.define(definition(i)));
                }
            });
            hostHeap = (heap() - empty) / (double) count;
            many("list all domains", () -> engine.domains().size());
            time("start", () -> performAll(LifecycleAction.START));
            many(
                    "sample all statistics",
                    () -> engine.statistics().domains().domains().size());
            readSlowly();
            time("stop", () -> performAll(LifecycleAction.STOP));
            throughTheView(empty);
            time("undefine", () -> {
                for (Domain domain : domains) {
                    engine.undefine(domain.id());
                }
            });
        }

        private static DomainDefinition definition(int number) {
            String name = "system-" + number;
            return DomainDefinition.named(name, Processors.of(2), Memory.of(ByteSize.ofMebibytes(512)))
                    .withDisks(List.of(Disk.of(null, new Disk.FileMedium("/images/" + name + ".raw", "raw"))))
                    .withNetworkPorts(
                            List.of(new NetworkPort(null, new NetworkPort.VirtualNetwork("default"), null, null)));
        }

        private void performAll(LifecycleAction action) throws Exception {
            for (Domain domain : domains) {
                engine.perform(action, domain.id());
            }
        }

        /** Pauses and resumes while one reader hears every event at once and another one takes its time. */
        private void readSlowly() throws Exception {
            AtomicInteger fast = new AtomicInteger();
            AtomicInteger slow = new AtomicInteger();
            AtomicInteger gaps = new AtomicInteger();
            AtomicBoolean isEnough = new AtomicBoolean();
            changes = 2 * count;
            CountDownLatch heard = new CountDownLatch(changes);
            long begin = System.nanoTime();
            try (Registration slowly = engine.listen(event -> takeSlowly(event, slow, gaps, isEnough));
                    Registration quickly = engine.listen(event -> {
                        fast.incrementAndGet();
                        heard.countDown();
                    })) {
                performAll(LifecycleAction.PAUSE);
                performAll(LifecycleAction.RESUME);
                long changed = System.nanoTime();
                changeMillis = (changed - begin) / 1e6;
                lines.add(new Line("pause and resume beside a slow reader", changed - begin));
                if (!heard.await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException(heard.getCount() + " events did not come");
                }
                fastMillis = (System.nanoTime() - begin) / 1e6;
                if (slowly == quickly) {
                    throw new IllegalStateException("two registrations are one");
                }
            }
            isEnough.set(true);
            slowEvents = slow.get();
            slowGaps = gaps.get();
            fastEvents = fast.get();
        }

        private static void takeSlowly(
                HypervisorEvent event, AtomicInteger count, AtomicInteger gaps, AtomicBoolean isEnough) {
            if (event instanceof DomainEvent) {
                count.incrementAndGet();
            } else {
                gaps.incrementAndGet();
            }
            long end = System.nanoTime() + SLOW_NANOS;
            while (System.nanoTime() < end && !isEnough.get()) {
                Thread.onSpinWait();
            }
        }

        private void throughTheView(long empty) throws Exception {
            FacilitySettings settings = FacilitySettings.standard().withEagerDefinitions(0);
            FacilityThreads used = new FacilityThreads(threads, threads, timer);
            long begin = System.nanoTime();
            try (LocalFacility facility = LocalFacility.open(engine, settings, used, InstantSource.system())) {
                lines.add(new Line("open the facility", System.nanoTime() - begin));
                List<VirtualSystem> systems = facility.systems();
                time("read the definitions through the facility", () -> {
                    for (VirtualSystem system : systems) {
                        facility.definition(system.id(), Configuration.DEFINED);
                    }
                });
                viewHeap = (heap() - empty) / (double) count;
                many("list all systems", () -> facility.systems().size());
                time("activate through the facility", () -> changeAll(facility, systems, Transition.ACTIVATE));
                time("find, and see what is possible", () -> {
                    for (VirtualSystem system : systems) {
                        facility.system(system.id());
                        facility.availableTransitions(system.id());
                    }
                });
                hearAll(facility, systems);
            }
        }

        private static void changeAll(LocalFacility facility, List<VirtualSystem> systems, Transition transition)
                throws Exception {
            for (VirtualSystem system : systems) {
                facility.change(system.id(), transition, null);
            }
        }

        /** Stops all behind the facility's back, until it has told the last. */
        private void hearAll(LocalFacility facility, List<VirtualSystem> systems) throws Exception {
            CountDownLatch left = new CountDownLatch(systems.size());
            try (var listening = facility.listen(event -> {
                if (event instanceof FacilityEvent.SystemChanged) {
                    left.countDown();
                }
            })) {
                time("stop behind the facility's back, until it is told", () -> {
                    performAll(LifecycleAction.STOP);
                    if (!left.await(1, TimeUnit.MINUTES)) {
                        throw new IllegalStateException(left.getCount() + " changes were not told to " + listening);
                    }
                });
            }
            SystemId last = systems.get(systems.size() - 1).id();
            if (facility.availableTransitions(last).contains(Transition.DEACTIVATE)) {
                throw new IllegalStateException("the view is not up to date");
            }
        }

        private void time(String what, Work work) throws Exception {
            long begin = System.nanoTime();
            work.run();
            lines.add(new Line(what, System.nanoTime() - begin));
        }

        /** The median of some. */
        private void many(String what, Callable<Integer> work) throws Exception {
            long[] nanos = new long[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                long begin = System.nanoTime();
                if (work.call() != count) {
                    throw new IllegalStateException(what + " does not give all " + count);
                }
                nanos[i] = System.nanoTime() - begin;
            }
            lines.add(new Line(what, (long) (new Figures(nanos).median() * 1e6)));
        }

        private static long heap() throws InterruptedException {
            Runtime runtime = Runtime.getRuntime();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                System.gc();
                TimeUnit.MILLISECONDS.sleep(50);
                least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
            }
            return least;
        }

        @Override
        public void close() {
            engine.close();
            threads.shutdownNow();
            timer.shutdownNow();
        }
    }
}
