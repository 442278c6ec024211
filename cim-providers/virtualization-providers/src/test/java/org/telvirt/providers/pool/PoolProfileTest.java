package org.telvirt.providers.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.Share;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
class PoolProfileTest {
    private static final CimName POOL_ID = CimName.of("PoolID");
    private static final CimName CAPACITY = CimName.of("Capacity");
    private static final CimName RESERVED = CimName.of("Reserved");
    private static final CimName UNITS = CimName.of("AllocationUnits");
    private static final CimName TYPE = CimName.of("ResourceType");
    private static final CimName PRIMORDIAL = CimName.of("Primordial");
    private static final String FROM_POOL = "CIM_ResourceAllocationFromPool";
    private static final String PART_OF_POOL = "CIM_ElementAllocatedFromPool";
    private static final long MIB = 1L << 20;

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

    private CimInstance pool(PoolId id) throws CimException {
        return server.get(PoolPath.of(id));
    }

    private SystemId activate(DomainDefinition definition) throws FacilityException {
        SystemId id = bench.facility().define(definition).id();
        bench.change(id, Transition.ACTIVATE);
        bench.advance(Duration.ofSeconds(1));
        return id;
    }

    private static CimInstancePath state(SystemId id, String className, String device) {
        return CimInstancePath.of(
                CimName.of(className),
                CimName.of("InstanceID"),
                "Telvirt:RASD/" + new ConfigurationId(id, Configuration.ACTIVE) + "/" + device);
    }

    @Nested
    class Instances {
        @Test
        @Requirement({"DSP1041 8.2", "DSP1044 8", "DSP1045 8", "DSP1047 8", "DSP1050 8", "DSP1059 8"})
        void eachTypeOfResourceHasAPoolOfItsOwn() throws Exception {
            assertThat(server.enumerate("CIM_ResourcePool"))
                    .extracting(
                            pool -> pool.className().toString(),
                            pool -> pool.text(POOL_ID),
                            pool -> pool.number(TYPE),
                            pool -> pool.value(PRIMORDIAL))
                    .containsExactlyInAnyOrder(
                            tuple("Telvirt_ProcessorPool", "processor/host", 3L, CimValues.bool(true)),
                            tuple("Telvirt_MemoryPool", "memory/host", 4L, CimValues.bool(true)),
                            tuple("Telvirt_StoragePool", "storage/host", 31L, CimValues.bool(true)),
                            tuple("Telvirt_StoragePool", "storage/pool/images", 31L, CimValues.bool(true)),
                            tuple("Telvirt_NetworkPool", "network/host", 10L, CimValues.bool(true)),
                            tuple("Telvirt_NetworkPool", "network/network/oam", 10L, CimValues.bool(true)),
                            tuple("Telvirt_DevicePool", "optical/host", 15L, CimValues.bool(true)),
                            tuple("Telvirt_DevicePool", "floppy/host", 14L, CimValues.bool(true)),
                            tuple("Telvirt_DevicePool", "serial/host", 21L, CimValues.bool(true)));
        }

        @Test
        @Requirement("VMDEF6")
        void reservedGoesUpAndDownWithTheSystem() throws Exception {
            SystemId id = activate(FacilityBench.definition("hlr")
                    .withMemory(Memory.of(ByteSize.ofMebibytes(512)).withReservation(ByteSize.ofMebibytes(256))));
            PoolId memory = PoolId.host(PoolKind.MEMORY);

            assertThat(pool(memory).number(RESERVED)).isEqualTo(256 * MIB);
            assertThat(pool(memory).number(CAPACITY)).isEqualTo(64 * 1024 * MIB);
            assertThat(pool(memory).text(UNITS)).isEqualTo("byte");
            assertThat(pool(memory).number(CimName.of("CurrentlyConsumedResource")))
                    .isEqualTo(512 * MIB);

            bench.change(id, Transition.DEACTIVATE);
            assertThat(pool(memory).number(RESERVED)).isZero();
        }

        @Test
        void processorsCountInPercentOfOne() throws Exception {
            CimInstance pool = pool(PoolId.host(PoolKind.PROCESSOR));

            assertThat(pool.text(UNITS)).isEqualTo("percent");
            assertThat(pool.number(CAPACITY)).isEqualTo(1600L);
        }

        @Test
        void theHostHasAllOfThem() throws Exception {
            assertThat(server.associators(
                            server.only("Telvirt_HostSystem").path(), "CIM_HostedResourcePool", "GroupComponent"))
                    .hasSameSizeAs(server.enumerate("CIM_ResourcePool"));
        }
    }

    @Nested
    class Allocations {
        @Test
        @Requirement({"DSP1041 8.1.3", "DSP1045 8.1"})
        void anActiveSystemsSettingsLeadToTheirPoolAndBack() throws Exception {
            SystemId id = activate(FacilityBench.definition("hlr")
                    .withDisks(List.of(
                            new Disk("vda", DeviceType.DISK, null, new FileMedium("/images/a", null), false, null))));

            for (List<String> each : List.of(
                    List.of("Telvirt_MemoryAllocationSettingData", "memory", "memory/host"),
                    List.of("Telvirt_ProcessorAllocationSettingData", "processor", "processor/host"),
                    List.of("Telvirt_StorageAllocationSettingData", "disk/vda", "storage/pool/images"))) {
                CimInstancePath settings = state(id, each.get(0), each.get(1));
                PoolId pool = Objects.requireNonNull(PoolId.parse(each.get(2)));
                assertThat(server.associators(settings, FROM_POOL, "Dependent")).containsExactly(pool(pool));
                assertThat(server.associators(PoolPath.of(pool), FROM_POOL, "Antecedent"))
                        .containsExactly(server.get(settings));
            }
        }

        @Test
        void aSystemThatIsNotActiveHasNothingOfAPool() throws Exception {
            SystemId id = bench.define("hlr");

            assertThat(server.associators(
                            state(id, "Telvirt_MemoryAllocationSettingData", "memory"), FROM_POOL, "Dependent"))
                    .isEmpty();
        }

        @Test
        void settingsNameThePoolThatTheyWouldComeFrom() throws Exception {
            SystemId id = bench.define("hlr");

            assertThat(server.get(state(id, "Telvirt_MemoryAllocationSettingData", "memory"))
                            .text(POOL_ID))
                    .isEqualTo("memory/host");
        }
    }

    @Nested
    class Parts {
        @Test
        @Requirement("DSP1041 8.1.4")
        void aChildLeadsToItsParentAndBack() throws Exception {
            PoolId memory = PoolId.host(PoolKind.MEMORY);
            PoolId child = bench.facility()
                    .pools()
                    .create("set aside", List.of(new Share(memory, 100 * MIB)))
                    .id();

            assertThat(server.associators(PoolPath.of(child), PART_OF_POOL, "Dependent"))
                    .containsExactly(pool(memory));
            assertThat(server.associators(PoolPath.of(memory), PART_OF_POOL, "Antecedent"))
                    .containsExactly(pool(child));
            assertThat(pool(child).value(PRIMORDIAL)).isEqualTo(CimValues.bool(false));
        }

        @Test
        void processorPoolsConsistOfProcessorsOfTheHost() throws Exception {
            PoolId own = bench.facility()
                    .pools()
                    .createOf("real time", NumberSet.of(4, 5))
                    .id();

            assertThat(server.associators(PoolPath.of(own), "CIM_ConcreteComponent", "GroupComponent"))
                    .extracting(processor -> processor.text(CimName.of("DeviceID")))
                    .containsExactly("processor/4", "processor/5");
            assertThat(server.associators(
                            PoolPath.of(PoolId.host(PoolKind.PROCESSOR)), "CIM_ConcreteComponent", "GroupComponent"))
                    .hasSize(14);
        }
    }
}
