package org.telvirt.benchmarks.engine;

import com.sun.jna.Pointer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;

/**
 * Measures the engine for libvirt against libvirt itself, on a host that it may fill with domains. Arguments: the URI, a
 * boot image that does nothing, the report, how many guests run, how many domains are defined.
 */
public final class EngineBenchmark implements AutoCloseable {
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 10;
    private static final int EVENTS = 400;
    private static final double STATISTICS_LIMIT = 1.2;
    private static final double LIST_LIMIT = 1.5;
    private static final double EVENT_LIMIT_MS = 5;
    private static final double HEAP_LIMIT_KB = 16;
    private static final int KIB = 1024;

    private final String uri;
    private final Path image;
    private final BareLibvirt bare;
    private final LibvirtHypervisor engine;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Pointer> domains = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();
    private boolean isOver;

    private EngineBenchmark(String uri, Path image) throws Exception {
        this.uri = uri;
        this.image = image;
        engine = new LibvirtHypervisor(uri, threads, InstantSource.system()); // first: it sets libvirt's event loop up
        bare = new BareLibvirt(uri);
    }

    /** Ends with 1 if a limit is not kept. */
    public static void main(String[] arguments) throws Exception {
        int running = Integer.parseInt(arguments[3]);
        int defined = Integer.parseInt(arguments[4]);
        try (EngineBenchmark benchmark = new EngineBenchmark(arguments[0], Path.of(arguments[1]))) {
            benchmark.title();
            benchmark.measureStatistics(running);
            benchmark.measureEvents();
            benchmark.stopAll();
            benchmark.measureDefined(defined);
            System.out.print(benchmark.report);
            Files.writeString(Path.of(arguments[2]), benchmark.report);
            System.exit(benchmark.isOver ? 1 : 0);
        }
    }

    private void title() throws Exception {
        say("# The engine for libvirt beside libvirt itself");
        say("");
        say(
                "%s, %d processors, load average %.2f before, %s",
                engine.capabilities().engine(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Instant.now());
    }

    private void say(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private Pointer define(String name) {
        Pointer domain = bare.define("""
                <domain type='qemu'><name>%s</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>
                  <os><type arch='x86_64'>hvm</type></os>
                  <devices>
                    <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='%s'/>
                      <target dev='vda' bus='virtio'/><readonly/></disk>
                    <memballoon model='none'/>
                  </devices>
                </domain>
                """.formatted(name, image));
        domains.add(domain);
        return domain;
    }

    private void measureStatistics(int running) throws Exception {
        for (int i = 0; i < running; i++) {
            BareLibvirt.done(BareLibvirt.virDomainCreate(define("running-" + i)));
        }
        Figures[] times = compare(
                bare::statistics, () -> engine.statistics().domains().domains().size());
        say("");
        say("## Statistics of %d running guests (milliseconds)", running);
        say("");
        table(times, "bare `virConnectGetAllDomainStats`", "`Statistics.domains`, with context switches and run delay");
        verdict("median ratio", times[1].median() / times[0].median(), STATISTICS_LIMIT, "");
    }

    private void measureEvents() throws Exception {
        SynchronousQueue<Long> told = new SynchronousQueue<>();
        long[] inside = new long[EVENTS];
        long[] whole = new long[EVENTS];
        int[] count = new int[1];
        try (Registration listening = engine.listen(event -> heard(event, inside, count, told))) {
            for (int i = 0; i < EVENTS; i++) {
                long begin = System.nanoTime();
                Pointer domain = domains.get(0);
                BareLibvirt.done(
                        i % 2 == 0 ? BareLibvirt.virDomainSuspend(domain) : BareLibvirt.virDomainResume(domain));
                Long end = told.poll(10, TimeUnit.SECONDS);
                if (end == null) {
                    throw new IllegalStateException("event " + i + " did not come from " + listening);
                }
                whole[i] = end - begin;
            }
        }
        say("");
        say("## Events, %d pauses and resumptions made by another connection (milliseconds)", EVENTS);
        say("");
        Figures[] times = {new Figures(inside), new Figures(whole)};
        table(
                times,
                "from libvirt's callback to the subscriber",
                "from asking libvirt for the change to the subscriber");
        verdict("p99 from libvirt's callback to the subscriber, ms", times[0].percentile(99), EVENT_LIMIT_MS, "");
    }

    private static void heard(HypervisorEvent event, long[] inside, int[] count, SynchronousQueue<Long> told) {
        long now = System.nanoTime();
        if (event instanceof DomainStateChanged changed && changed.name().equals("running-0")) {
            inside[count[0]++] =
                    Math.max(0, Duration.between(changed.time(), Instant.now()).toNanos());
            try {
                told.put(now);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void measureDefined(int defined) throws Exception {
        long empty = heapOfFacility();
        for (int i = 0; i < defined; i++) {
            define("defined-" + i);
        }
        Figures[] times = compare(bare::list, () -> engine.domains().size());
        say("");
        say("## List of %d defined domains with their states (milliseconds)", defined);
        say("");
        table(times, "the bare calls (two lists of handles, states of all)", "`Hypervisor.domains`");
        verdict("median ratio", times[1].median() / times[0].median(), LIST_LIMIT, "");
        long full = heapOfFacility();
        say("");
        say("## Heap for each of %d defined domains", defined);
        say("");
        verdict(
                "KiB",
                (full - empty) / (double) KIB / defined,
                HEAP_LIMIT_KB,
                " (view and engine; both definitions kept)");
    }

    /** Bytes of heap with an open facility that knows every domain. */
    private long heapOfFacility() throws Exception {
        try (LibvirtHypervisor own = new LibvirtHypervisor(uri, threads, InstantSource.system());
                LocalFacility facility = LocalFacility.open(
                        own,
                        FacilitySettings.standard(),
                        new FacilityThreads(threads, threads, timer),
                        InstantSource.system())) {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                System.gc();
                least = Math.min(
                        least,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            if (facility.host().name().isEmpty()) {
                throw new IllegalStateException("the facility must live until here");
            }
            return least;
        }
    }

    /** The one and the other by turns, so that both see the same machine. */
    private static Figures[] compare(Callable<Integer> one, Callable<Integer> other) throws Exception {
        long[][] times = new long[2][ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            for (int which = 0; which < 2; which++) {
                long begin = System.nanoTime();
                int count = (which == 0 ? one : other).call();
                long time = System.nanoTime() - begin;
                if (count == 0) {
                    throw new IllegalStateException("nothing was measured");
                }
                times[which][Math.max(i, 0)] = time;
            }
        }
        return new Figures[] {new Figures(times[0]), new Figures(times[1])};
    }

    private void table(Figures[] times, String one, String other) {
        say("| | least | median | p99 | most |");
        say("|---|---|---|---|---|");
        report.append(times[0].row(one)).append(times[1].row(other));
        say("");
    }

    private void verdict(String what, double value, double limit, String remark) {
        boolean keeps = value <= limit;
        isOver |= !keeps;
        say("%s: **%.2f**, limit %.1f: %s%s", what, value, limit, keeps ? "kept" : "NOT KEPT", remark);
    }

    private void stopAll() {
        for (Pointer domain : domains) {
            BareLibvirt.virDomainDestroy(domain);
            BareLibvirt.virDomainUndefine(domain);
        }
        domains.clear();
    }

    @Override
    public void close() {
        stopAll();
        engine.close();
        threads.shutdown();
        timer.shutdown();
    }
}
