package org.telvirt.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.xml.XmlLimits;

/** Measures a running server over one connection, and then over many at a fixed rate. What fails is said and passed over. */
public final class WireBenchmark {
    private static final int INSTANCES = 10_000;
    private static final int RUNS = 7;
    private static final int WARM_UP = 150;
    private static final int CREATE_WARM_UP = 3;
    private static final int CREATE_RUNS = 5;
    private static final int GETS = 20_000;
    private static final int CONNECTIONS = 64;
    private static final int REQUESTS_PER_SECOND = 2_000;
    private static final int SECONDS = 20;
    private static final int SAMPLE = 500;
    private static final int SYSTEM_COUNT = 20;
    private static final String MILLIS = "ms";
    private static final CimName SYSTEMS = CimName.of("Telvirt_ComputerSystem");
    private static final CimName EVERYTHING = CimName.of("CIM_ManagedElement");
    private static final CallContext CONTEXT = CallContext.internal("bench");

    private final Server server;
    private final Report report;
    private final CimXmlClient client;
    private final DurableWrites disk;
    private boolean stored;

    private WireBenchmark(Server server, Report report, KeepAliveConnection connection, DurableWrites disk) {
        this.server = server;
        this.disk = disk;
        this.report = report;
        this.client = new CimXmlClient(connection, XmlLimits.DEFAULT);
    }

    /** A part of the measurement. */
    @FunctionalInterface
    private interface Stage {
        void run() throws CimException, IOException, InterruptedException;
    }

    /**
     * Measures, writes the report, and ends with 1 if something could not be measured.
     *
     * @param arguments host, port, user:password, process, the file of the report and the folder of the server's state
     */
    public static void main(String[] arguments) throws IOException {
        Server server =
                new Server(arguments[0], Integer.parseInt(arguments[1]), arguments[2], Long.parseLong(arguments[3]));
        Report report = new Report(
                "One server over the wire",
                Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version() + ", "
                        + LocalDate.now(ZoneOffset.UTC) + ", medians of " + RUNS + " runs after " + WARM_UP
                        + "; client and server on one machine, the client parses every answer");
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            new WireBenchmark(server, report, connection, new DurableWrites(Path.of(arguments[5]))).run();
        }
        report.write(Path.of(arguments[4]));
        System.exit(report.hasFailures() ? 1 : 0);
    }

    private void run() {
        stage("CreateClass TST_Static", this::createClass);
        if (stored) {
            stage("10,000 CreateInstance of 1 KB", this::createInstances);
        }
        stage("DefineSystem of " + SYSTEM_COUNT + " systems", () -> VirtualSystems.define(client, SYSTEM_COUNT));
        CimName subject = stored ? StaticClass.NAME : EVERYTHING;
        stage("EnumerateInstances of " + subject, () -> enumerate(subject));
        stage("EnumerateInstanceNames of " + subject, () -> names(subject));
        stage("GetInstance of " + subject, () -> get(subject));
        stage("memory while EnumerateInstances streams", () -> memory(subject));
        stage("2,000 requests/s from 64 connections, events flowing", () -> load(subject));
    }

    private void stage(String what, Stage stage) {
        try {
            stage.run();
        } catch (CimException | IOException e) {
            report.failure(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.failure(what, e);
        }
    }

    private <R> R perform(CimOperation<R> operation) throws CimException {
        return client.execute(operation, CONTEXT);
    }

    /** Reads a result to its end; the number of its items. */
    static int drain(Object result) throws CimException {
        int items = 0;
        if (result instanceof CimCursor<?> cursor) {
            try (cursor) {
                while (cursor.next() != null) {
                    items++;
                }
            }
        }
        return items;
    }

    private void createClass() throws CimException {
        perform(new CreateClass(StaticClass.VIRT, StaticClass.definition()));
        stored = true;
        report.plain("CreateClass TST_Static", "done");
    }

    private void createInstances() throws CimException, IOException {
        String row = "10,000 CreateInstance of 1 KB, ";
        report.plain(row + "on a server just started", Report.number(millis(createAll()), MILLIS));
        long[] nanos = new long[CREATE_RUNS];
        long[] bare = new long[CREATE_RUNS];
        for (int run = 1 - CREATE_WARM_UP; run < CREATE_RUNS; run++) {
            for (int i = 0; i < INSTANCES; i++) {
                perform(new DeleteInstance(StaticClass.VIRT, StaticClass.path(i)));
            }
            long taken = createAll();
            if (run >= 0) {
                nanos[run] = taken;
                bare[run] = disk.nanos(INSTANCES);
            }
        }
        report.plain(
                "10,000 bare durable writes between these runs, median",
                Report.number(new Figures(bare).median(), MILLIS));
        report.below(
                row + "median of " + CREATE_RUNS + " runs after " + CREATE_WARM_UP,
                new Figures(nanos).median(),
                3000,
                MILLIS);
    }

    private long createAll() throws CimException {
        long start = System.nanoTime();
        for (int i = 0; i < INSTANCES; i++) {
            perform(new CreateInstance(StaticClass.VIRT, StaticClass.instance(i)));
        }
        return System.nanoTime() - start;
    }

    private static double millis(long nanos) {
        return new Figures(new long[] {nanos}).median();
    }

    private void enumerate(CimName subject) throws CimException {
        measured(
                "EnumerateInstances",
                subject,
                new EnumerateInstances(StaticClass.VIRT, subject, true, InstanceView.ALL),
                80);
    }

    private void names(CimName subject) throws CimException {
        measured("EnumerateInstanceNames", subject, new EnumerateInstanceNames(StaticClass.VIRT, subject), 8);
    }

    private void measured(String what, CimName subject, CimOperation<?> operation, double target) throws CimException {
        long[] nanos = new long[RUNS];
        int items = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            items = drain(perform(operation));
            if (run >= 0) {
                nanos[run] = System.nanoTime() - start;
            }
        }
        String row = what + " of " + items + " " + subject;
        double median = new Figures(nanos).median();
        if (items == INSTANCES) {
            report.below(row, median, target, MILLIS);
        } else {
            report.plain(row, Report.number(median, MILLIS));
        }
    }

    private List<CimInstancePath> paths(CimName subject) throws CimException {
        try (CimCursor<CimInstancePath> cursor = perform(new EnumerateInstanceNames(StaticClass.VIRT, subject))) {
            List<CimInstancePath> paths = cursor.toList();
            if (paths.isEmpty()) {
                throw CimException.failed("There is no " + subject);
            }
            return paths;
        }
    }

    private void get(CimName subject) throws CimException {
        List<CimInstancePath> paths = paths(stored ? subject : SYSTEMS);
        long[] nanos = new long[GETS];
        for (int i = -GETS / 2; i < GETS; i++) {
            CimInstancePath path = paths.get(Math.abs(i) % paths.size());
            long start = System.nanoTime();
            perform(new GetInstance(StaticClass.VIRT, path, InstanceView.ALL));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Figures figures = new Figures(nanos);
        String what = "GetInstance of " + (stored ? subject : SYSTEMS);
        report.below(what + ", p50", figures.median(), 0.12, MILLIS);
        report.plain(what + ", p99", Report.number(figures.percentile(99), MILLIS));
    }

    private void memory(CimName subject) throws CimException {
        double heapBefore = server.heapMib();
        double before = server.residentMib();
        double most = before;
        double heapMost = heapBefore;
        int items = 0;
        try (CimCursor<?> cursor = perform(new EnumerateInstances(StaticClass.VIRT, subject, true, InstanceView.ALL))) {
            while (cursor.next() != null) {
                if (items++ % SAMPLE == 0) {
                    most = Math.max(most, server.residentMib());
                    heapMost = Math.max(heapMost, server.heapMib());
                }
            }
        }
        report.plain(
                "memory of the server while " + items + " instances stream",
                "resident " + Report.number(before, "MiB") + " before, " + Report.number(most, "MiB")
                        + " at most; heap in use " + Report.number(heapBefore, "MiB") + " before, "
                        + Report.number(heapMost, "MiB") + " at most, garbage included");
    }

    private void load(CimName subject) throws CimException, IOException, InterruptedException {
        List<CimInstancePath> paths = paths(stored ? subject : SYSTEMS);
        List<CimInstancePath> systems = paths(SYSTEMS);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger changes = new AtomicInteger();
        Thread changer = new Thread(() -> changeStates(systems, over, changes), "state changes");
        changer.start();
        try {
            Figures figures = new SteadyLoad(server, CONNECTIONS, REQUESTS_PER_SECOND, SECONDS)
                    .run(number ->
                            new GetInstance(StaticClass.VIRT, paths.get(number % paths.size()), InstanceView.ALL));
            String what = "2,000 GetInstance/s from 64 connections for 20 s";
            report.plain(what + ", p50", Report.number(figures.median(), MILLIS));
            report.below(what + ", p99", figures.percentile(99), 20, MILLIS);
            report.plain("state changes asked for meanwhile", Integer.toString(changes.get()));
        } finally {
            over.set(true);
            changer.join();
        }
    }

    // 2 and 9 are Enabled and Quiesce (CIM_EnabledLogicalElement.RequestStateChange)
    private void changeStates(List<CimInstancePath> systems, AtomicBoolean over, AtomicInteger changes) {
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            CimXmlClient caller = new CimXmlClient(connection, XmlLimits.DEFAULT);
            for (int i = 0; !over.get() && !systems.isEmpty(); i++) {
                CimValue state = new CimValue.Lexical(i / systems.size() % 2 == 0 ? "2" : "9");
                CimInstancePath system = systems.get(i % systems.size());
                CimArgument requested = new CimArgument(CimName.of("RequestedState"), null, state);
                try {
                    caller.execute(
                            new InvokeMethod(
                                    StaticClass.VIRT, system, CimName.of("RequestStateChange"), List.of(requested)),
                            CONTEXT);
                    changes.incrementAndGet();
                } catch (CimException e) {
                    // one that is changing already
                }
                Thread.sleep(SAMPLE / 10);
            }
        } catch (IOException e) {
            report.failure("state changes", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
