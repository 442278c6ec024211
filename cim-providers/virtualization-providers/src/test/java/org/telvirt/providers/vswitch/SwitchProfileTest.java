package org.telvirt.providers.vswitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1097 8")
class SwitchProfileTest {
    private static final String DEVICES = "CIM_SystemDevice";

    private FacilityBench bench;
    private CimServer server;

    @BeforeEach
    void open() throws Exception {
        bench = new FacilityBench();
        bench.another().networks().defineIsolated("oam");
        server = new CimServer(bench.facility(), bench.time());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CimInstance oam() throws Exception {
        return server.only("Telvirt_VirtualEthernetSwitch");
    }

    @Test
    void eachNetworkIsASwitchOfTheHost() throws Exception {
        assertThat(oam().text(ElementNames.ELEMENT_NAME)).isEqualTo("oam");
        assertThat(oam().value(CimName.of("Dedicated"))).isEqualTo(CimValues.uint16s(SwitchMapper.SWITCH));
        assertThat(server.associators(server.only("Telvirt_HostSystem").path(), "CIM_HostedDependency", "Antecedent"))
                .contains(oam());
    }

    @Test
    void itsStateFollowsTheNetwork() throws Exception {
        assertThat(oam().number(ElementNames.ENABLED_STATE)).isEqualTo(3);

        bench.another().networks().start("oam");
        assertThat(oam().number(ElementNames.ENABLED_STATE)).isEqualTo(2);

        bench.another().networks().stop("oam");
        bench.another().networks().undefine("oam");
        assertThat(server.enumerate("Telvirt_VirtualEthernetSwitch")).isEmpty();
    }

    @Test
    void itsSettingsNameThePoolOfItsPorts() throws Exception {
        CimInstance settings = server.associators(oam().path(), "CIM_SettingsDefineState", "ManagedElement")
                .get(0);

        assertThat(settings.value(CimName.of("AssociatedResourcePool")))
                .isEqualTo(CimValues.texts("Telvirt_NetworkPool.InstanceID=\"Telvirt:POOL/network/network/oam\""));
        assertThat(settings.text(CimName.of("VirtualSystemType"))).isEqualTo("DMTF:Virtual Ethernet Switch");
    }

    @Test
    void aPortIsThereAsLongAsASystemIsPluggedIn() throws Exception {
        SystemId id = bench.facility()
                .define(FacilityBench.definition("hlr")
                        .withNetworkPorts(
                                List.of(new NetworkPort("52:54:00:00:00:01", new VirtualNetwork("oam"), null, null))))
                .id();
        assertThat(server.associators(oam().path(), DEVICES, "GroupComponent")).isEmpty();

        bench.change(id, Transition.ACTIVATE);
        bench.advance(Duration.ofSeconds(1));
        List<CimInstance> ports = server.associators(oam().path(), DEVICES, "GroupComponent");
        assertThat(ports)
                .extracting(port -> port.text(CimName.of("DeviceID")))
                .containsExactly(id + "/network/52:54:00:00:00:01");
        assertThat(server.associators(ports.get(0).path(), DEVICES, "PartComponent"))
                .containsExactly(oam());

        CimInstance near = server.only("Telvirt_LANEndpoint");
        CimInstance far = server.only("Telvirt_SwitchLANEndpoint");
        assertThat(server.associators(near.path(), "CIM_ActiveConnection", "Antecedent"))
                .containsExactly(far);
        assertThat(server.associators(far.path(), "CIM_ActiveConnection", "Dependent"))
                .containsExactly(near);
        assertThat(server.associators(far.path(), "CIM_DeviceSAPImplementation", "Dependent"))
                .isEqualTo(ports);
        assertThat(server.associators(far.path(), "CIM_HostedAccessPoint", "Dependent"))
                .containsExactly(oam());
        assertThat(server.associators(oam().path(), "CIM_HostedAccessPoint", "Antecedent"))
                .containsExactly(far);

        bench.change(id, Transition.DEACTIVATE);
        assertThat(server.associators(oam().path(), DEVICES, "GroupComponent")).isEmpty();
        assertThat(server.enumerate("Telvirt_SwitchLANEndpoint")).isEmpty();
    }

    @Test
    void whatIsPluggedInElsewhereIsConnectedToNoSwitch() throws Exception {
        SystemId id = bench.facility()
                .define(FacilityBench.definition("hlr")
                        .withNetworkPorts(List.of(new NetworkPort("52:54:00:00:00:02", new Bridge("br0"), null, null))))
                .id();
        bench.change(id, Transition.ACTIVATE);

        assertThat(server.associators(server.only("Telvirt_LANEndpoint").path(), "CIM_ActiveConnection", "Antecedent"))
                .isEmpty();
    }
}
