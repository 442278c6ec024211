package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.reference;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.Reply;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1042 8")
class DestroySystemTest extends ManagementBench {
    private Reply destroy(SystemId id) throws CimException {
        return server.manage("DestroySystem", reference("AffectedSystem", SystemPath.of(id)));
    }

    @Test
    void aSystemIsGoneWithAllItsSettings() throws Exception {
        assertThat(destroy(bench.define("hlr-2")).code()).isZero();

        assertThat(server.enumerate("Telvirt_ComputerSystem")).isEmpty();
        assertThat(server.enumerate("CIM_VirtualSystemSettingData")).isEmpty();
        assertThat(server.enumerate("CIM_ResourceAllocationSettingData"))
                .allMatch(settings -> settings.className().equals(CimName.of("Telvirt_AllocationTemplate")));
        assertThat(server.enumerate("CIM_ElementSettingData"))
                .as("that of the migration service alone")
                .hasSize(1);
        assertThat(server.enumerate("Telvirt_EnabledLogicalElementCapabilities"))
                .isEmpty();
    }

    @Test
    void anActiveSystemIsDeactivatedFirst() throws Exception {
        SystemId id = bench.activate("hlr-2");
        SystemId other = bench.activate("other");

        assertThat(destroy(id).code()).isZero();

        assertThat(server.enumerate("Telvirt_ComputerSystem"))
                .extracting(CimInstance::path)
                .extracting(path -> SystemPath.id(path))
                .containsExactly(other);
    }

    @Test
    void aPathOfTheGeneralClassNamesItAsWell() throws Exception {
        SystemId id = bench.define("hlr-2");
        CimInstancePath path = new CimInstancePath(
                null,
                null,
                ManagementNames.CIM_COMPUTER_SYSTEM,
                SystemPath.of(id).keys());

        assertThat(server.manage("DestroySystem", reference("AffectedSystem", path))
                        .code())
                .isZero();
    }

    @Test
    void aSystemThatIsNotThereIsAnInvalidParameter() throws Exception {
        Reply reply = destroy(new SystemId(new UUID(0, 1)));

        assertThat(reply.code()).isEqualTo(4);
        assertThat(cause(reply)).contains("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void noSystemAtAllIsAnInvalidParameter() throws Exception {
        Reply reply = server.manage("DestroySystem", argument("AffectedSystem", null));

        assertThat(reply.code()).isEqualTo(4);
        assertThat(cause(reply)).contains("AffectedSystem is NULL").contains("Telvirt_ComputerSystem");
    }

    @Test
    void theHostIsNoVirtualSystem() throws Exception {
        CimInstancePath host = server.only("Telvirt_HostSystem").path();

        Reply reply = server.manage("DestroySystem", reference("AffectedSystem", host.on(null)));

        assertThat(reply.code()).isEqualTo(4);
        assertThat(server.enumerate("Telvirt_HostSystem")).hasSize(1);
    }

    @Test
    void aFailureOfTheEngineLeavesItAndSaysWhy() throws Exception {
        SystemId id = bench.define("hlr-2");
        bench.host()
                .failNextUndefine(new HypervisorException(Reason.INTERNAL, "Cannot undefine 'hlr-2': disk is full"));

        Reply reply = destroy(id);

        assertThat(reply.code()).isEqualTo(2);
        assertThat(cause(reply)).isEqualTo("Cannot undefine 'hlr-2': disk is full");
        assertThat(server.associators(SystemPath.of(id), "CIM_AffectedJobElement", "AffectedElement"))
                .extracting(job -> job.path().on(null))
                .containsExactly(reply.path("Job"));
    }
}
