package org.telvirt.conformance.guest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;

/**
 * An administrator's tool over CIM-XML, which waits for the end of what it begins. CimException: the server is gone;
 * AssertionError: it refused or failed, and why.
 */
public final class GuestClient {
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final String MANAGEMENT = "CIM_VirtualSystemManagementService";
    private static final String SNAPSHOTS = "CIM_VirtualSystemSnapshotService";
    private static final String MIGRATION = "CIM_VirtualSystemMigrationService";
    private static final String DEFINED = "/defined";
    private static final String SNAPSHOT = "/snap/";
    private static final int COMPLETED = 0;
    private static final int JOB_STARTED = 4096;
    private static final long JOB_COMPLETED = 7;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final CimService service;

    public GuestClient(RunningServer server) {
        service = ModelNamespace.client(server);
    }

    private <R> R execute(CimOperation<R> operation) throws CimException {
        return service.execute(operation, CallContext.internal("admin"));
    }

    /** All instances of a class and its subclasses. */
    public List<CimInstance> enumerate(String className) throws CimException {
        return execute(new EnumerateInstances(VIRT, CimName.of(className), true, InstanceView.ALL))
                .toList();
    }

    /** The instance at this path, wherever the path says it is. */
    public CimInstance get(CimInstancePath path) throws CimException {
        return execute(new GetInstance(VIRT, path.in(null).on(null), InstanceView.ALL));
    }

    /** Calls a method of the only service of a class. */
    private void call(String service, String method, CimArgument... arguments) throws CimException {
        finish(begin(enumerate(service).get(0), method, arguments));
    }

    /** Calls a method; the job that it began, or null: it is done already. */
    private @Nullable CimInstancePath begin(CimInstance target, String method, CimArgument... arguments)
            throws CimException {
        CimInstancePath local = requireNonNull(target.path()).in(null).on(null);
        MethodResult result = execute(new InvokeMethod(VIRT, local, CimName.of(method), List.of(arguments)));
        CimInstancePath job = job(result);
        if (result.returnValue() instanceof CimValue.Int code && code.bits() == JOB_STARTED) {
            return requireNonNull(job);
        } else if (result.returnValue() instanceof CimValue.Int code && code.bits() == COMPLETED) {
            return null;
        }
        String cause = job == null ? "" : ": " + text(get(job), "ErrorDescription");
        throw new AssertionError(method + " returned " + result.returnValue() + cause);
    }

    private static @Nullable CimInstancePath job(MethodResult result) {
        for (CimArgument output : result.outputs()) {
            if (output.name().equals(CimName.of("Job"))
                    && output.value() instanceof CimValue.Reference reference
                    && reference.path() instanceof CimInstancePath path) {
                return path;
            }
        }
        return null;
    }

    /** Waits for the end of a job; null: there is none. */
    public void finish(@Nullable CimInstancePath job) throws CimException {
        while (job != null) {
            CimInstance present = get(job);
            long state = number(present, "JobState");
            if (state == JOB_COMPLETED) {
                return;
            } else if (state > JOB_COMPLETED) {
                throw new AssertionError(text(present, "Name") + ": " + text(present, "ErrorDescription"));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static CimArgument argument(String name, CimValue value) {
        return new CimArgument(CimName.of(name), null, value);
    }

    private static CimArgument embedded(String name, CimInstance.Builder value) {
        return argument(name, CimValues.embedded(value.build()));
    }

    private static CimArgument system(String parameter, CimInstance system) {
        return argument(
                parameter, CimValues.reference(requireNonNull(system.path()).in(VIRT)));
    }

    private static CimInstance.Builder resource(String className) {
        return CimInstance.of(CimName.of("Telvirt_" + className + "AllocationSettingData"));
    }

    private static CimInstance.Builder memory(long mebibytes) {
        return resource("Memory")
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(mebibytes))
                .with(CimName.of("AllocationUnits"), "byte*2^20");
    }

    private static CimInstance.Builder settings(String note) {
        return CimInstance.of(CimName.of("CIM_VirtualSystemSettingData")).with(CimName.of("Description"), note);
    }

    /**
     * Defines a guest that beats.
     *
     * @param image of its disk, as qcow2
     */
    public void define(HeartbeatGuest guest, Path image, GuestFacts facts) throws CimException {
        CimInstance disk = resource("Storage")
                .with(CimName.of("HostResource"), CimValues.texts(image.toString()))
                .with(CimName.of("ImageFormat"), "qcow2")
                .with(CimName.of("BootOrder"), CimValues.uint16(0))
                .build();
        CimInstance console = resource("SerialPort")
                .with(CimName.of("HostResource"), CimValues.texts(guest.log().toString()))
                .build();
        call(
                MANAGEMENT,
                "DefineSystem",
                embedded("SystemSettings", settings(facts.note()).with(CimName.of("ElementName"), guest.name())),
                argument(
                        "ResourceSettings",
                        CimValues.embeddeds(List.of(memory(facts.mebibytes()).build(), disk, console))));
    }

    /** Changes the description. */
    public void note(String name, String note) throws CimException {
        CimInstance.Builder change =
                settings(note).with(CimName.of("InstanceID"), text(definedSettings(name), "InstanceID"));
        call(MANAGEMENT, "ModifySystemSettings", embedded("SystemSettings", change));
    }

    /** Changes the memory of the defined configuration. */
    public void resize(String name, long mebibytes) throws CimException {
        CimInstance present = memoryOf(text(system(name), "Name"), enumerate("CIM_ResourceAllocationSettingData"));
        CimInstance wanted = memory(mebibytes)
                .with(CimName.of("InstanceID"), text(present, "InstanceID"))
                .build();
        call(MANAGEMENT, "ModifyResourceSettings", argument("ResourceSettings", CimValues.embeddeds(List.of(wanted))));
    }

    /** The memory in the defined configuration of a system. */
    private static CimInstance memoryOf(String uuid, List<CimInstance> resources) {
        return resources.stream()
                .filter(one -> text(one, "InstanceID").contains(uuid + DEFINED) && isMemory(one))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMemory(CimInstance settings) {
        return number(settings, "ResourceType") == 4;
    }

    /** Asks for a state, by its number in RequestStateChange. */
    public void request(String name, int state) throws CimException {
        finish(begin(system(name), "RequestStateChange", argument("RequestedState", CimValues.uint16(state))));
    }

    /**
     * The same within a time.
     *
     * @param timeout TimeoutPeriod
     */
    public void request(String name, int state, Duration timeout) throws CimException {
        finish(begin(
                system(name),
                "RequestStateChange",
                argument("RequestedState", CimValues.uint16(state)),
                argument("TimeoutPeriod", CimValues.dateTime(CimDateTime.of(timeout)))));
    }

    /** Says what becomes of a guest that does not shut down in time: 2 Fail, 3 Turn Off. */
    public void onShutdownTimeout(String name, int action) throws CimException {
        CimInstance.Builder change = CimInstance.of(CimName.of("Telvirt_VirtualSystemSettingData"))
                .with(CimName.of("InstanceID"), text(definedSettings(name), "InstanceID"))
                .with(CimName.of("ShutdownTimeoutAction"), CimValues.uint16(action));
        call(MANAGEMENT, "ModifySystemSettings", embedded("SystemSettings", change));
    }

    /** Stops and removes a guest. */
    public void destroy(String name) throws CimException {
        call(MANAGEMENT, "DestroySystem", system("AffectedSystem", system(name)));
    }

    /** Takes a full snapshot. */
    public void takeSnapshot(String name, String snapshot) throws CimException {
        CimInstance.Builder wanted = CimInstance.of(CimName.of("Telvirt_VirtualSystemSnapshotSettingData"))
                .with(CimName.of("ElementName"), snapshot);
        call(
                SNAPSHOTS,
                "CreateSnapshot",
                system("AffectedSystem", system(name)),
                argument("SnapshotType", CimValues.uint16(2)),
                embedded("SnapshotSettings", wanted));
    }

    /** Goes back to a snapshot. */
    public void applySnapshot(String name, String snapshot) throws CimException {
        call(SNAPSHOTS, "ApplySnapshot", system("Snapshot", snapshot(name, snapshot)));
    }

    /** Removes a snapshot. */
    public void removeSnapshot(String name, String snapshot) throws CimException {
        call(SNAPSHOTS, "DestroySnapshot", system("AffectedSnapshot", snapshot(name, snapshot)));
    }

    private CimInstance snapshot(String name, String snapshot) throws CimException {
        String id = text(system(name), "Name") + SNAPSHOT + snapshot;
        return enumerate("Telvirt_VirtualSystemSettingData").stream()
                .filter(one -> text(one, "InstanceID").endsWith(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Begins to bring a guest live to another host of this machine, which sees the same disks.
     *
     * @param uri of libvirt there
     * @param mebibytesPerSecond that it may take; 0: all there is
     * @param seconds after which the guest stands still until all is copied; 0: never
     * @return its job; null: it is there already
     */
    public @Nullable CimInstancePath beginMigration(String name, String uri, int mebibytesPerSecond, int seconds)
            throws CimException {
        CimInstance.Builder how = CimInstance.of(CimName.of("Telvirt_VirtualSystemMigrationSettingData"))
                .with(CimName.of("MigrationType"), CimValues.uint16(2))
                .with(CimName.of("StorageHandling"), CimValues.uint16(3))
                .with(CimName.of("DataAddress"), "tcp://127.0.0.1")
                .with(CimName.of("Bandwidth"), CimValues.uint16(mebibytesPerSecond))
                .with(CimName.of("BandwidthUnit"), "byte / second * 2^20");
        if (seconds > 0) {
            how = how.with(CimName.of("MaximumTime"), CimValues.uint32(seconds))
                    .with(CimName.of("TimeoutAction"), CimValues.uint16(3));
        }
        return begin(
                enumerate(MIGRATION).get(0),
                "MigrateVirtualSystemToHost",
                system("ComputerSystem", system(name)),
                argument("DestinationHost", CimValues.text(uri)),
                embedded("MigrationSettingData", how));
    }

    /** The system of this name. */
    public CimInstance system(String name) throws CimException {
        return enumerate("Telvirt_ComputerSystem").stream()
                .filter(one -> text(one, "ElementName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CimInstance definedSettings(String name) throws CimException {
        return enumerate("Telvirt_VirtualSystemSettingData").stream()
                .filter(one -> text(one, "VirtualSystemIdentifier").equals(name)
                        && text(one, "InstanceID").endsWith(DEFINED))
                .findFirst()
                .orElseThrow();
    }

    /** A property that is a text; empty: it is NULL. */
    public static String text(CimInstance instance, String property) {
        String text = instance.text(CimName.of(property));
        return text == null ? "" : text;
    }

    /** A property that is a number; -1: it is NULL. */
    public static long number(CimInstance instance, String property) {
        return instance.value(CimName.of(property)) instanceof CimValue.Int number ? number.bits() : -1;
    }

    /** All guests by name, as the server says. */
    public Map<String, GuestFacts> guests() throws CimException {
        Map<Long, String> states = Map.of(2L, "running", 3L, "shut off", 9L, "paused", 6L, "saved");
        List<CimInstance> resources = enumerate("CIM_ResourceAllocationSettingData");
        List<CimInstance> configurations = enumerate("Telvirt_VirtualSystemSettingData");
        Map<String, GuestFacts> guests = new TreeMap<>();
        for (CimInstance system : enumerate("Telvirt_ComputerSystem")) {
            String name = text(system, "ElementName");
            String uuid = text(system, "Name");
            CimInstance memory = memoryOf(uuid, resources);
            long mebibytes = number(memory, "VirtualQuantity") / divisor(memory);
            String state = states.getOrDefault(
                    number(system, "EnabledState"), "EnabledState " + number(system, "EnabledState"));
            TreeSet<String> snapshots = new TreeSet<>();
            for (CimInstance configuration : configurations) {
                String id = text(configuration, "InstanceID");
                if (id.contains(uuid + SNAPSHOT)) {
                    snapshots.add(id.substring(id.indexOf(SNAPSHOT) + SNAPSHOT.length()));
                }
            }
            String note = text(definedSettings(name), "Description");
            guests.put(name, new GuestFacts(state, mebibytes, note, snapshots));
        }
        return guests;
    }

    private static long divisor(CimInstance memory) {
        return text(memory, "VirtualQuantityUnits").equals("byte") ? 1 << 20 : 1;
    }

    /** The jobs: their ids, names, states and messages. */
    public List<String> jobs() throws CimException {
        List<String> jobs = new ArrayList<>();
        for (CimInstance job : enumerate("CIM_ConcreteJob")) {
            jobs.add(text(job, "InstanceID") + ": " + text(job, "Name") + " -> " + number(job, "JobState") + " "
                    + text(job, "ErrorDescription"));
        }
        return jobs;
    }
}
