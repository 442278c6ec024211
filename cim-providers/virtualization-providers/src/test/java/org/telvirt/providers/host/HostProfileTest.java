package org.telvirt.providers.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimStatus;
import org.telvirt.facility.MachineDevice;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimSchema;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1042 7")
class HostProfileTest {
    @Test
    void theHostHostsEverySystem() throws Exception {
        try (FacilityBench bench = new FacilityBench()) {
            CimServer server = new CimServer(bench.facility(), bench.time());
            SystemId one = bench.define("one");
            SystemId two = bench.activate("two");
            CimInstance host = server.only("Telvirt_HostSystem");

            assertThat(host.text(ElementNames.ELEMENT_NAME)).isEqualTo("simulated");
            assertThat(server.associators(host.path(), "CIM_HostedDependency", "Antecedent"))
                    .contains(server.system(one), server.system(two));
            assertThat(server.associators(SystemPath.of(one), "CIM_HostedDependency", "Dependent"))
                    .containsExactly(host);
        }
    }

    @Test
    @Requirement("DSP1052 7")
    void theHostHasMemoryAndPorts() throws Exception {
        try (FacilityBench bench = new FacilityBench()) {
            CimServer server = new CimServer(bench.facility(), bench.time());
            CimInstance host = server.only("Telvirt_HostSystem");
            CimInstance memory = server.only("Telvirt_HostMemory");
            CimInstance port = server.enumerate("Telvirt_HostEthernetPort").get(0);

            assertThat(server.associators(host.path(), "CIM_SystemDevice", "GroupComponent"))
                    .contains(memory, port);
            assertThat(memory.number(HostNames.NUMBER_OF_BLOCKS))
                    .isEqualTo(bench.facility().host().memory().bytes());
            assertThat(port.text(HostNames.PERMANENT_ADDRESS)).matches("[0-9A-F]{12}");
        }
    }

    @Test
    void aDiskIsKnownByItsNode() throws Exception {
        try (FacilityBench bench = new FacilityBench()) {
            MachineDevice disk =
                    new MachineDevice("block_sda", MachineDevice.Kind.DISK, "Acme", "Fast", "/dev/sda", null);
            CimInstance instance =
                    HostDeviceKind.DISK.toInstance(bench.facility().host(), disk);

            assertThat(instance.text(ElementNames.NAME)).isEqualTo("/dev/sda");
            assertThat(instance.text(HostNames.DEVICE_ID)).isEqualTo("block_sda");
            assertThat(instance.text(ElementNames.DESCRIPTION)).isEqualTo("Acme Fast");
            assertThat(CimSchema.violations(instance)).isEmpty();
        }
    }

    @Test
    void anotherHostIsNotFound() throws Exception {
        try (FacilityBench bench = new FacilityBench()) {
            CimServer server = new CimServer(bench.facility(), bench.time());

            assertThatThrownBy(() -> server.get(HostMapper.path(new UUID(0, 1))))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.NOT_FOUND));
        }
    }
}
