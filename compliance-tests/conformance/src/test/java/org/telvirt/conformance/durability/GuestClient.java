package org.telvirt.conformance.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;

/** An administrator's tool over CIM-XML. */
final class GuestClient {
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final String DEFINED = "/defined";

    private final CimService service;
    private final CimInstancePath management;

    GuestClient(RunningServer server) throws CimException {
        service = ModelNamespace.client(server);
        management = enumerate("CIM_VirtualSystemManagementService").get(0).path();
    }

    private <R> R execute(CimOperation<R> operation) throws CimException {
        return service.execute(operation, CallContext.internal("admin"));
    }

    List<CimInstance> enumerate(String className) throws CimException {
        return execute(new EnumerateInstances(VIRT, CimName.of(className), true, InstanceView.ALL))
                .toList();
    }

    private long call(@Nullable CimInstancePath target, String method, CimArgument... arguments) throws CimException {
        if (target == null) {
            throw new AssertionError("no path");
        }
        CimInstancePath local = target.in(null).on(null);
        CimValue answer = execute(new InvokeMethod(VIRT, local, CimName.of(method), List.of(arguments)))
                .returnValue();
        if (answer instanceof CimValue.Int number) {
            return number.bits();
        }
        throw new AssertionError(method + " returned " + answer);
    }

    private static CimArgument argument(String name, CimValue value) {
        return new CimArgument(CimName.of(name), null, value);
    }

    private static CimInstance.Builder resource(int type) {
        return CimInstance.of(CimName.of("CIM_ResourceAllocationSettingData"))
                .with(CimName.of("ResourceType"), CimValues.uint16(type));
    }

    private static CimInstance.Builder memory(long mebibytes) {
        return resource(4)
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(mebibytes))
                .with(CimName.of("AllocationUnits"), "byte*2^20");
    }

    private static CimInstance.Builder settings(String note) {
        return CimInstance.of(CimName.of("CIM_VirtualSystemSettingData")).with(CimName.of("Description"), note);
    }

    long define(HeartbeatGuest guest, GuestFacts facts) throws CimException {
        CimInstance disk = resource(31)
                .with(CimName.of("HostResource"), CimValues.texts("file://" + guest.image()))
                .build();
        return call(
                management,
                "DefineSystem",
                argument(
                        "SystemSettings",
                        CimValues.embedded(settings(facts.note())
                                .with(CimName.of("ElementName"), guest.name())
                                .build())),
                argument(
                        "ResourceSettings",
                        CimValues.embeddeds(List.of(memory(facts.mebibytes()).build(), disk))));
    }

    long note(String name, String note) throws CimException {
        CimInstance defined = definedSettings(name);
        return call(
                management,
                "ModifySystemSettings",
                argument(
                        "SystemSettings",
                        CimValues.embedded(settings(note)
                                .with(CimName.of("InstanceID"), text(defined, "InstanceID"))
                                .build())));
    }

    long resize(String name, long mebibytes) throws CimException {
        CimInstance present = memoryOf(text(system(name), "Name"), enumerate("CIM_ResourceAllocationSettingData"));
        CimInstance wanted = memory(mebibytes)
                .with(CimName.of("InstanceID"), text(present, "InstanceID"))
                .build();
        return call(
                management,
                "ModifyResourceSettings",
                argument("ResourceSettings", CimValues.embeddeds(List.of(wanted))));
    }

    /** The memory in the defined configuration of a system. */
    private static CimInstance memoryOf(String uuid, List<CimInstance> resources) {
        return resources.stream()
                .filter(one -> text(one, "InstanceID").contains(uuid + DEFINED) && isMemory(one))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMemory(CimInstance settings) {
        return settings.value(CimName.of("ResourceType")) instanceof CimValue.Int type && type.bits() == 4;
    }

    long request(String name, int state) throws CimException {
        return call(system(name).path(), "RequestStateChange", argument("RequestedState", CimValues.uint16(state)));
    }

    long destroy(String name) throws CimException {
        CimInstancePath path = system(name).path();
        if (path == null) {
            throw new AssertionError("no path");
        }
        return call(management, "DestroySystem", argument("AffectedSystem", CimValues.reference(path.in(VIRT))));
    }

    private CimInstance system(String name) throws CimException {
        return enumerate("Telvirt_ComputerSystem").stream()
                .filter(one -> text(one, "ElementName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CimInstance definedSettings(String name) throws CimException {
        return enumerate("Telvirt_VirtualSystemSettingData").stream()
                .filter(one -> text(one, "ElementName").equals(name)
                        && text(one, "VirtualSystemIdentifier").equals(name)
                        && isDefined(one))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isDefined(CimInstance settings) {
        return text(settings, "InstanceID").endsWith(DEFINED);
    }

    static String text(CimInstance instance, String property) {
        String text = instance.text(CimName.of(property));
        return text == null ? "" : text;
    }

    static long number(CimInstance instance, String property) {
        return instance.value(CimName.of(property)) instanceof CimValue.Int number ? number.bits() : -1;
    }

    /** All guests by name, as the server says. */
    Map<String, GuestFacts> guests() throws CimException {
        Map<Long, String> states = Map.of(2L, "running", 3L, "shut off", 9L, "paused", 6L, "saved");
        List<CimInstance> resources = enumerate("CIM_ResourceAllocationSettingData");
        Map<String, GuestFacts> guests = new TreeMap<>();
        for (CimInstance system : enumerate("Telvirt_ComputerSystem")) {
            String name = text(system, "ElementName");
            CimInstance defined = definedSettings(name);
            CimInstance memory = memoryOf(text(system, "Name"), resources);
            long mebibytes = number(memory, "VirtualQuantity") / divisor(memory);
            String state = states.getOrDefault(
                    number(system, "EnabledState"), "EnabledState " + number(system, "EnabledState"));
            guests.put(name, new GuestFacts(state, mebibytes, text(defined, "Description")));
        }
        return guests;
    }

    private static long divisor(CimInstance memory) {
        return text(memory, "VirtualQuantityUnits").equals("byte") ? 1 << 20 : 1;
    }

    /** The jobs: their names, states and messages. */
    List<String> jobs() throws CimException {
        List<String> jobs = new ArrayList<>();
        for (CimInstance job : enumerate("CIM_ConcreteJob")) {
            jobs.add(text(job, "Name") + " -> " + number(job, "JobState") + " " + text(job, "ErrorDescription"));
        }
        return jobs;
    }
}
