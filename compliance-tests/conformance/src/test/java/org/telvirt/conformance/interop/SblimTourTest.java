package org.telvirt.conformance.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.conformance.interop.Sblim.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.metricshub.wbem.javax.cim.CIMArgument;
import org.metricshub.wbem.javax.cim.CIMDataType;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.cim.UnsignedInteger16;
import org.metricshub.wbem.javax.cim.UnsignedInteger64;
import org.metricshub.wbem.javax.wbem.WBEMException;
import org.telvirt.conformance.rig.Needs;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** The ways of the peers' clients that {@code wbemcli} cannot go: outputs that are arrays of references or of embedded objects. */
@Requirement({"VMOPE5 activate", "VMOPE5 deactivate", "DSP1042 8.2"})
class SblimTourTest {
    private static final int MOST_OUTPUTS = 8;
    private static final int MOST_LOOKS = 3000;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final long JOB_STARTED = 4096;
    private static final long INVALID_STATE_TRANSITION = 4097;

    /** What a method gave back. */
    private record Answer(long code, List<CIMArgument<?>> outputs) {
        Object output(String name) {
            return outputs.stream()
                    .filter(output -> output.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no output " + name + " in " + outputs))
                    .getValue();
        }

        CIMObjectPath path(String name) {
            return (CIMObjectPath) output(name);
        }

        List<CIMObjectPath> paths(String name) {
            return List.of((CIMObjectPath[]) output(name));
        }
    }

    private static Answer call(Sblim sblim, CIMObjectPath target, String method, CIMArgument<?>... inputs)
            throws WBEMException {
        CIMArgument<?>[] outputs = new CIMArgument<?>[MOST_OUTPUTS];
        Object code = sblim.client().invokeMethod(target, method, inputs, outputs);
        return new Answer(((Number) code).longValue(), given(outputs));
    }

    private static List<CIMArgument<?>> given(CIMArgument<?>[] outputs) {
        List<CIMArgument<?>> given = new ArrayList<>();
        for (CIMArgument<?> output : outputs) {
            if (output != null) {
                given.add(output);
            }
        }
        return given;
    }

    private static CIMArgument<String> text(String name, String value) {
        return new CIMArgument<>(name, CIMDataType.STRING_T, value);
    }

    private static CIMArgument<String[]> texts(String name, String... values) {
        return new CIMArgument<>(name, CIMDataType.STRING_ARRAY_T, values);
    }

    private static CIMArgument<CIMObjectPath> reference(String name, CIMObjectPath value) {
        return new CIMArgument<>(name, new CIMDataType(value.getObjectName()), value);
    }

    private static Answer request(Sblim sblim, CIMObjectPath system, int state) throws WBEMException {
        return call(
                sblim,
                system,
                "RequestStateChange",
                new CIMArgument<>("RequestedState", CIMDataType.UINT16_T, new UnsignedInteger16(state)));
    }

    /** What takes long goes on as a job. */
    private static void reach(Sblim sblim, CIMObjectPath system, int state) throws WBEMException {
        assertThat(request(sblim, system, state).code()).isIn(0L, JOB_STARTED);
        UnsignedInteger16 wanted = new UnsignedInteger16(state);
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (wanted.equals(sblim.get(system).getPropertyValue("EnabledState"))) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError(system + " never comes to state " + state);
    }

    private static CIMObjectPath only(Sblim sblim, CIMObjectPath from, String association, String result, String role)
            throws WBEMException {
        List<CIMObjectPath> found = list(sblim.client().associatorNames(from, association, result, null, role));
        assertThat(found).as(association + " from " + from).hasSize(1);
        return found.get(0);
    }

    private static void walk(RunningServer server, String image) throws WBEMException {
        try (Sblim sblim = new Sblim(server.http(), "root/virt", "admin", RunningServer.PASSWORD)) {
            CIMObjectPath service = list(sblim.client()
                            .enumerateInstanceNames(sblim.path("CIM_VirtualSystemManagementService")))
                    .get(0);
            Answer defined = call(
                    sblim,
                    service,
                    "DefineSystem",
                    text("SystemSettings", "instance of CIM_VirtualSystemSettingData { ElementName = \"sblim\"; };"),
                    texts(
                            "ResourceSettings",
                            "instance of CIM_ResourceAllocationSettingData { ResourceType = 4; VirtualQuantity = 16;"
                                    + " AllocationUnits = \"byte*2^20\"; };"));
            assertThat(defined.code()).isZero();
            CIMObjectPath system = defined.path("ResultingSystem");

            resourcesAreAddedAndChanged(sblim, service, system, image);
            refusalsHaveTheirErrors(sblim, system);
            reach(sblim, system, 2);
            reach(sblim, system, 3);
            assertThat(call(sblim, service, "DestroySystem", reference("AffectedSystem", system))
                            .code())
                    .isZero();
            assertThat(list(sblim.client().enumerateInstanceNames(sblim.path("Telvirt_VirtualSystemSettingData"))))
                    .isEmpty();
        }
    }

    private static void resourcesAreAddedAndChanged(
            Sblim sblim, CIMObjectPath service, CIMObjectPath system, String image) throws WBEMException {
        CIMObjectPath state =
                only(sblim, system, "CIM_SettingsDefineState", "CIM_VirtualSystemSettingData", "SettingData");
        CIMObjectPath definition =
                only(sblim, state, "CIM_ElementSettingData", "CIM_VirtualSystemSettingData", "SettingData");

        Answer added = call(
                sblim,
                service,
                "AddResourceSettings",
                reference("AffectedConfiguration", definition),
                texts(
                        "ResourceSettings",
                        "instance of CIM_ResourceAllocationSettingData { ResourceType = 31; HostResource = { \"file://"
                                + image + "\" }; };",
                        "instance of CIM_ResourceAllocationSettingData { ResourceType = 21; };"));
        assertThat(added.code()).isZero();
        List<CIMObjectPath> results = added.paths("ResultingResourceSettings");
        assertThat(results)
                .extracting(path -> sblim.get(path).getPropertyValue("ResourceType"))
                .containsExactly(new UnsignedInteger16(31), new UnsignedInteger16(21));

        processorsAreChanged(sblim, service, definition);

        Answer removed = call(
                sblim,
                service,
                "RemoveResourceSettings",
                new CIMArgument<>(
                        "ResourceSettings",
                        new CIMDataType(results.get(1).getObjectName(), 0),
                        new CIMObjectPath[] {results.get(1)}));
        assertThat(removed.code()).isZero();
    }

    private static void processorsAreChanged(Sblim sblim, CIMObjectPath service, CIMObjectPath definition)
            throws WBEMException {
        CIMObjectPath processors = only(
                sblim,
                definition,
                "CIM_VirtualSystemSettingDataComponent",
                "CIM_ProcessorAllocationSettingData",
                "PartComponent");
        Answer changed = call(
                sblim,
                service,
                "ModifyResourceSettings",
                texts(
                        "ResourceSettings",
                        "instance of CIM_ResourceAllocationSettingData { ResourceType = 3; VirtualQuantity = 2;"
                                + " InstanceID = \""
                                + processors.getKey("InstanceID").getValue() + "\"; };"));
        assertThat(changed.code()).isZero();
        assertThat(changed.paths("ResultingResourceSettings"))
                .extracting(path -> sblim.get(path).getPropertyValue("VirtualQuantity"))
                .containsExactly(new UnsignedInteger64("2"));
    }

    private static void refusalsHaveTheirErrors(Sblim sblim, CIMObjectPath system) throws WBEMException {
        Answer refused = request(sblim, system, 9);
        assertThat(refused.code()).isEqualTo(INVALID_STATE_TRANSITION);

        Answer errors = call(sblim, refused.path("Job"), "GetErrors");
        assertThat(errors.code()).isZero();
        CIMInstance[] said = (CIMInstance[]) errors.output("Errors");
        assertThat(said).hasSize(1);
        assertThat(String.valueOf(said[0].getPropertyValue("Message"))).contains("sblim");
    }

    @Nested
    @RanOn(Engine.SIMULATED)
    class OnTheSimulatedHypervisor {
        @Test
        void resultsAndErrorsComeAsArrays() throws WBEMException {
            try (RunningServer server = RunningServer.simulated()) {
                walk(server, "/var/lib/libvirt/images/sblim.img");
            }
        }
    }

    @Nested
    @RealHost
    @Needs("virsh")
    @RanOn(Engine.QEMU_GUEST)
    class OnARealGuest {
        @Test
        void resultsAndErrorsComeAsArrays(PrivateLibvirtd host) throws WBEMException {
            HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), "sblim");
            try (RunningServer server = RunningServer.on(host.uri())) {
                walk(server, guest.image().toString());
            }
        }
    }
}
