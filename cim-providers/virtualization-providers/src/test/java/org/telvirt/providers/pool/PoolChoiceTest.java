package org.telvirt.providers.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** PoolID and HostResource in the settings that a client sends, and in those that it reads. */
@RanOn(Engine.SIMULATED)
@Requirement("DSP1041 8.3")
class PoolChoiceTest {
    private static final CimName POOL_ID = CimName.of("PoolID");
    private static final CimName HOST_RESOURCE = CimName.of("HostResource");

    private FacilityBench bench;
    private CimServer server;

    @BeforeEach
    void open() throws Exception {
        bench = new FacilityBench();
        bench.another().storage().definePool("images", "/images");
        bench.another().networks().defineIsolated("oam");
        server = new CimServer(bench.facility(), bench.time());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Reply define(Settings... resources) throws CimException {
        return server.manage("DefineSystem", settings("ResourceSettings", List.of(resources)));
    }

    private static SystemId id(Reply reply) {
        assertThat(reply.code()).isZero();
        return Objects.requireNonNull(SystemPath.id(reply.path("ResultingSystem")));
    }

    private DomainDefinition defined(SystemId id) {
        return Objects.requireNonNull(bench.facility().definition(id, Configuration.DEFINED));
    }

    private String cause(Reply refusal) throws CimException {
        return Objects.requireNonNull(server.get(refusal.path("Job")).text(CimName.of("ErrorDescription")));
    }

    @Test
    void aPoolOfPortsConnectsThem() throws Exception {
        SystemId id = id(define(Settings.resource(10).with("PoolID", "Telvirt:POOL/network/network/oam")));

        assertThat(defined(id).networkPorts()).hasSize(1);
        assertThat(server.enumerate("Telvirt_EthernetPortAllocationSettingData"))
                .extracting(port -> port.text(POOL_ID))
                .containsOnly("network/network/oam");
        assertThat(defined(id).metadata()).isEmpty();
    }

    @Test
    void aDiskThatLiesElsewhereIsRefused() throws Exception {
        Settings elsewhere =
                Settings.resource(31).withOnly("HostResource", "/elsewhere/a").with("PoolID", "storage/pool/images");
        Settings there =
                Settings.resource(31).withOnly("HostResource", "/images/a").with("PoolID", "storage/pool/images");

        Reply refusal = define(elsewhere);
        assertThat(refusal.code()).isEqualTo(4);
        assertThat(cause(refusal)).contains("disk/0 comes from resource pool storage/host by what it uses, not from");
        assertThat(defined(id(define(there))).metadata()).isEmpty();
    }

    @Test
    void aPoolThatIsNotThereIsRefused() throws Exception {
        Reply refusal = define(Settings.resource(4).with("PoolID", "memory/child/none"));

        assertThat(refusal.code()).isEqualTo(4);
        assertThat(cause(refusal)).contains("there is no resource pool memory/child/none");
        assertThat(bench.facility().systems()).isEmpty();
    }

    @Test
    @Requirement("VMDEF3 affinity")
    void systemsOfAPoolOfCertainProcessorsRunOnThese() throws Exception {
        PoolId pool = bench.facility()
                .pools()
                .createOf("real time", NumberSet.of(4, 5))
                .id();
        SystemId id = id(define(Settings.resource(3).with("PoolID", pool.toString())));

        assertThat(defined(id).processors().placement().any()).isEqualTo(NumberSet.of(4, 5));
        CimInstance processors =
                server.enumerate("Telvirt_ProcessorAllocationSettingData").get(0);
        assertThat(processors.text(POOL_ID)).isEqualTo(pool.toString());
        assertThat(processors.number(CimName.of("MappingBehavior"))).isEqualTo(5);
        assertThat(processors.value(HOST_RESOURCE))
                .isInstanceOfSatisfying(
                        CimValue.Array.class,
                        array -> assertThat(array.elements())
                                .hasSize(2)
                                .first()
                                .asString()
                                .contains("Telvirt_HostProcessor.", "processor/4"));
    }

    /** A client reads what is so now, changes one thing, and sends all of it back. */
    @Test
    @Requirement("DSP1042 8.2.5")
    void whatWasReadOfAnActiveSystemCanBeSentBack() throws Exception {
        SystemId id = id(define(
                Settings.resource(3).withOnly("HostResource", "processor/3"),
                Settings.resource(31).withOnly("HostResource", "/images/a"),
                Settings.resource(10).with("PoolID", "network/network/oam")));
        bench.change(id, Transition.ACTIVATE);
        bench.advance(Duration.ofSeconds(1));

        for (CimInstance read : server.enumerate("CIM_ResourceAllocationSettingData")) {
            String instanceId = Objects.requireNonNull(read.text(CimName.of("InstanceID")));
            if (instanceId.startsWith("Telvirt:RASD/")) {
                Settings sent = Settings.of(read.className().toString());
                for (CimProperty property : read.properties()) {
                    if (property.value() != null) {
                        sent.with(property.name().toString(), property.value());
                    }
                }
                Reply reply = server.manage("ModifyResourceSettings", settings("ResourceSettings", List.of(sent)));
                assertThat(reply.code())
                        .as(() -> instanceId + ": " + explained(reply))
                        .isZero();
            }
        }
        assertThat(defined(id).metadata()).isEmpty();
    }

    private String explained(Reply reply) {
        try {
            return reply.output("Job") == null ? "" : cause(reply);
        } catch (CimException e) {
            return e.getMessage();
        }
    }
}
