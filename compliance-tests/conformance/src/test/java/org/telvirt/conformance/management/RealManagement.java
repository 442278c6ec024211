package org.telvirt.conformance.management;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.libvirt.LibvirtHypervisor;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.providers.VirtualizationProviders;

/** The object manager over a real engine, without doors, as a client calls it. Jobs are awaited. */
final class RealManagement implements AutoCloseable {
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final CallContext CONTEXT = new CallContext("tester", "", "test", "1", null, List.of(), null);
    private static final CimName JOB = CimName.of("Job");
    private static final CimName JOB_STATE = CimName.of("JobState");
    private static final long COMPLETED = 7;
    private static final int JOB_STARTED = 4096;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
    private final LibvirtHypervisor engine;
    private final LocalFacility facility;
    private final Cimom cimom;

    RealManagement(String uri) throws HypervisorException, FacilityException {
        engine = new LibvirtHypervisor(uri, threads, Clock.systemUTC());
        facility = LocalFacility.open(
                engine, FacilitySettings.standard(), new FacilityThreads(threads, threads, threads), Clock.systemUTC());
        NamespaceSchema classes = schema();
        cimom = Cimom.of(
                Schemas.none()
                        .with(new Schema(VIRT, classes))
                        .with(new Schema(CimNamespace.of("root/interop"), classes)),
                VirtualizationProviders.of(facility, Clock.systemUTC()),
                List.of(new MofObjectReader(classes)),
                EnumerationLimits.DEFAULT,
                Clock.systemUTC(),
                mistake -> {
                    throw new AssertionError(mistake);
                });
    }

    private static NamespaceSchema schema() {
        try (MofSource source = MofSource.classPath(RealManagement.class.getClassLoader(), "org/telvirt/schema")) {
            return MofCompiler.schema(source, "schema.mof");
        } catch (IOException | MofException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a method gave back, when what it began is over. */
    record Answer(MethodResult result, long code, @Nullable String cause) {
        /** The instances that an output refers to. */
        List<CimInstancePath> paths(String output) {
            List<CimInstancePath> paths = new ArrayList<>();
            for (CimArgument argument : result.outputs()) {
                if (argument.name().equals(CimName.of(output))) {
                    collect(argument.value(), paths);
                }
            }
            return paths;
        }

        private static void collect(@Nullable CimValue value, List<CimInstancePath> paths) {
            if (value instanceof CimValue.Reference reference && reference.path() instanceof CimInstancePath path) {
                paths.add(path.in(null).on(null));
            } else if (value instanceof CimValue.Array array) {
                array.elements().forEach(element -> collect(element, paths));
            }
        }
    }

    /** Calls a method, and waits for the end of its job; a job that completed counts as 0. */
    Answer call(CimInstancePath target, String method, CimArgument... arguments) throws CimException {
        MethodResult result = cimom.execute(
                new InvokeMethod(VIRT, target.in(null).on(null), CimName.of(method), List.of(arguments)), CONTEXT);
        long code = ((CimValue.Int) Objects.requireNonNull(result.returnValue())).bits();
        List<CimInstancePath> job = new Answer(result, code, null).paths(JOB.toString());
        if (job.isEmpty()) {
            return new Answer(result, code, null);
        }
        CimInstance end = ended(job.get(0));
        boolean done = Objects.equals(end.number(JOB_STATE), COMPLETED);
        return new Answer(result, code == JOB_STARTED && done ? 0 : code, end.text(CimName.of("ErrorDescription")));
    }

    private CimInstance ended(CimInstancePath job) throws CimException {
        while (true) {
            CimInstance present = get(job);
            if (Objects.requireNonNull(present.number(JOB_STATE)) >= COMPLETED) {
                return present;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Calls a method of the only service of this class. */
    Answer service(String className, String method, CimArgument... arguments) throws CimException {
        CimInstance service = cimom.execute(
                        new EnumerateInstances(VIRT, CimName.of(className), true, InstanceView.ALL), CONTEXT)
                .toList()
                .get(0);
        return call(Objects.requireNonNull(service.path()), method, arguments);
    }

    CimInstance get(CimInstancePath path) throws CimException {
        return cimom.execute(new GetInstance(VIRT, path.in(null).on(null), InstanceView.ALL), CONTEXT);
    }

    /** The names of all instances of a class that are there. */
    List<CimInstancePath> names(String className) throws CimException {
        return cimom.execute(new EnumerateInstanceNames(VIRT, CimName.of(className)), CONTEXT)
                .toList();
    }

    List<CimInstance> associators(CimInstancePath source, String association, String role) throws CimException {
        AssociationFilter filter = new AssociationFilter(CimName.of(association), null, CimName.of(role), null);
        return cimom.execute(new Associators(VIRT, source.in(null).on(null), filter, InstanceView.ALL), CONTEXT)
                .toList();
    }

    static CimArgument argument(String name, CimValue value) {
        return new CimArgument(CimName.of(name), null, value);
    }

    @Override
    public void close() {
        facility.close();
        engine.close();
        threads.shutdownNow();
    }
}
