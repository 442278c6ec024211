package org.telvirt.providers.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimStatus;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
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
    void anotherHostIsNotFound() throws Exception {
        try (FacilityBench bench = new FacilityBench()) {
            CimServer server = new CimServer(bench.facility(), bench.time());

            assertThatThrownBy(() -> server.get(HostMapper.path(new UUID(0, 1))))
                    .isInstanceOfSatisfying(
                            CimException.class, e -> assertThat(e.status()).isEqualTo(CimStatus.NOT_FOUND));
        }
    }
}
