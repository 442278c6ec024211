package org.telvirt.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.telvirt.benchmarks.engine.BareLibvirt;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.References;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.xml.XmlLimits;

/** Measures what clients of the profiles do most, with many virtual systems, on a server that has none at first. */
public final class ProfileBenchmark {
    private static final CimName SYSTEMS = CimName.of("Telvirt_ComputerSystem");
    private static final CallContext CONTEXT = CallContext.internal("bench");
    private static final String MILLIS = "ms";
    private static final int RUNS = 21;
    private static final int WARM_UP = 40;
    private static final int FOLLOWED = 2_000;
    private static final int FOLLOWED_FIRST = 1_000;
    private static final int SOME = 1_000;
    private static final int MANY = 10_000;
    private static final int DEFINED = 500;
    private static final double ENUMERATION_LIMIT = 30;
    private static final double ASSOCIATION_LIMIT = 2;
    private static final double LIBVIRT_LIMIT = 2;
    private static final List<String> WAYS = List.of(
            "CIM_SettingsDefineState",
            "CIM_HostedDependency",
            "CIM_ElementCapabilities",
            "CIM_ServiceAffectsElement",
            "CIM_SystemDevice",
            "CIM_AssociatedPowerManagementService",
            "CIM_ElementSettingData",
            "CIM_AffectedJobElement",
            "CIM_ElementConformsToProfile",
            "CIM_SAPAvailableForElement");

    private final CimXmlClient client;
    private final Report report;
    private final Random random = new Random(1);

    private ProfileBenchmark(CimXmlClient client, Report report) {
        this.client = client;
        this.report = report;
    }

    /**
     * Measures, and writes the report. Ends with 1 if something could not be measured.
     *
     * @param arguments host, port, user:password, process, the file of the report, and the libvirt URI that the server is
     *     on, if it is on one
     */
    public static void main(String[] arguments) throws IOException {
        Server server =
                new Server(arguments[0], Integer.parseInt(arguments[1]), arguments[2], Long.parseLong(arguments[3]));
        String engine = arguments.length > 5 ? "libvirt" : "the simulated host";
        Report report = new Report(
                "The profiles over the wire, on " + engine,
                Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version() + ", "
                        + LocalDate.now(ZoneOffset.UTC) + ", medians of " + RUNS + " runs after " + WARM_UP
                        + "; client and server on one machine, the client parses every answer");
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            ProfileBenchmark benchmark = new ProfileBenchmark(new CimXmlClient(connection, XmlLimits.DEFAULT), report);
            if (arguments.length > 5) {
                benchmark.besideLibvirt(arguments[5]);
            } else {
                benchmark.simulated();
            }
        } catch (CimException e) {
            report.failure("the measurement", e);
        }
        report.write(Path.of(arguments[4]));
        System.exit(report.hasFailures() ? 1 : 0);
    }

    private void simulated() throws CimException {
        VirtualSystems.define(client, SOME);
        report.below(
                "EnumerateInstances of " + SOME + " virtual systems",
                median(this::enumerate),
                ENUMERATION_LIMIT,
                MILLIS);
        associators(SOME);
        VirtualSystems.define(client, SOME, MANY);
        associators(MANY);
    }

    private void besideLibvirt(String uri) throws CimException {
        BareLibvirt libvirt = new BareLibvirt(uri);
        VirtualSystems.define(client, DEFINED);
        double ours = median(this::enumerate);
        double states = median(libvirt::list);
        double definitions = median(libvirt::definitions);
        String row = "EnumerateInstances of " + DEFINED + " defined virtual systems";
        report.plain(row, Report.number(ours, MILLIS));
        report.plain("libvirt's calls for their names and states", Report.number(states, MILLIS));
        report.plain("libvirt's calls for their definitions", Report.number(definitions, MILLIS));
        report.below(
                row + ", ratio to names, states and definitions", ours / (states + definitions), LIBVIRT_LIMIT, "");
    }

    private int enumerate() throws CimException {
        return perform(new EnumerateInstances(StaticClass.VIRT, SYSTEMS, true, InstanceView.ALL));
    }

    private int perform(CimOperation<?> operation) throws CimException {
        return WireBenchmark.drain(client.execute(operation, CONTEXT));
    }

    private static double median(Callable<Integer> work) throws CimException {
        long[] nanos = new long[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            call(work);
            if (run >= 0) {
                nanos[run] = System.nanoTime() - start;
            }
        }
        return new Figures(nanos).median();
    }

    private static void call(Callable<Integer> work) throws CimException {
        try {
            work.call();
        } catch (CimException e) {
            throw e;
        } catch (Exception e) {
            throw CimException.failed(String.valueOf(e.getMessage()));
        }
    }

    private void associators(int count) throws CimException {
        List<CimInstancePath> systems;
        try (CimCursor<CimInstancePath> names =
                client.execute(new EnumerateInstanceNames(StaticClass.VIRT, SYSTEMS), CONTEXT)) {
            systems = names.toList();
        }
        String one = " of one of " + systems.size() + " virtual systems, p50";
        double all = followed(
                systems, path -> new Associators(StaticClass.VIRT, path, AssociationFilter.ANY, InstanceView.ALL));
        if (count == MANY) {
            report.below("Associators" + one, all, ASSOCIATION_LIMIT, MILLIS);
        } else {
            report.plain("Associators" + one, Report.number(all, MILLIS));
        }
        report.plain(
                "References" + one,
                Report.number(
                        followed(
                                systems,
                                path -> new References(
                                        StaticClass.VIRT, path, AssociationFilter.ANY, InstanceView.ALL)),
                        MILLIS));
        for (String way : WAYS) {
            AssociationFilter filter = new AssociationFilter(CimName.of(way), null, null, null);
            report.plain(
                    "AssociatorNames by " + way + one,
                    Report.number(
                            followed(systems, path -> new AssociatorNames(StaticClass.VIRT, path, filter)), MILLIS));
        }
    }

    /** From a virtual system to what is asked about it. */
    @FunctionalInterface
    private interface Question {
        CimOperation<?> about(CimInstancePath system);
    }

    private double followed(List<CimInstancePath> systems, Question question) throws CimException {
        long[] nanos = new long[FOLLOWED];
        for (int i = -FOLLOWED_FIRST; i < FOLLOWED; i++) {
            CimInstancePath path = systems.get(random.nextInt(systems.size()));
            long start = System.nanoTime();
            perform(question.about(path));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        return new Figures(nanos).median();
    }
}
