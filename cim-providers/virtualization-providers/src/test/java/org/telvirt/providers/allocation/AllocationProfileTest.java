package org.telvirt.providers.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.telvirt.providers.rig.CimServer.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.Share;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.pool.PoolPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1043 8")
class AllocationProfileTest {
    private static final PoolId MEMORY = PoolId.host(PoolKind.MEMORY);
    private static final PoolId PROCESSOR = PoolId.host(PoolKind.PROCESSOR);

    private FacilityBench bench;
    private CimServer server;

    @BeforeEach
    void open() throws Exception {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The capabilities of an element with this characteristic: 2 Default, 3 Current. */
    private List<CimInstance> capabilities(CimInstancePath element, int characteristic) throws CimException {
        List<CimInstance> found = new ArrayList<>();
        for (CimInstance link : server.references(element, "CIM_ElementCapabilities")) {
            if (CimValues.uint16s(characteristic).equals(link.value(AllocationNames.CHARACTERISTICS))
                    && link.value(CimName.of("Capabilities")) instanceof CimValue.Reference reference
                    && reference.path() instanceof CimInstancePath path) {
                found.add(server.get(path));
            }
        }
        return found;
    }

    private CimInstance of(PoolId pool, int characteristic) throws CimException {
        List<CimInstance> found = capabilities(PoolPath.of(pool), characteristic);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** A property of the templates by ValueRole and ValueRange. */
    private Map<String, Long> values(CimInstance capabilities, CimName property) throws CimException {
        Map<String, Long> values = new TreeMap<>();
        for (CimInstance link : server.references(capabilities.path(), "CIM_SettingsDefineCapabilities")) {
            assertThat(link.number(AllocationNames.PROPERTY_POLICY)).isZero();
            if (link.value(AllocationNames.PART_COMPONENT) instanceof CimValue.Reference reference
                    && reference.path() instanceof CimInstancePath path) {
                String role = link.number(AllocationNames.VALUE_ROLE) + "/" + link.number(AllocationNames.VALUE_RANGE);
                values.put(role, server.get(path).number(property));
            }
        }
        return values;
    }

    @Test
    void thePoolAndTheHostHaveDefaultAndCurrentOnes() throws Exception {
        CimInstancePath host =
                Objects.requireNonNull(server.only("Telvirt_HostSystem").path());

        assertThat(of(MEMORY, 2)).isNotEqualTo(of(MEMORY, 3));
        assertThat(capabilities(host, 2)).contains(of(MEMORY, 2), of(PROCESSOR, 2));
        assertThat(capabilities(host, 3)).contains(of(MEMORY, 3), of(PROCESSOR, 3));
    }

    @Test
    void aPoolThatAClientMadeHasItsOwnAndTheHostHasNot() throws Exception {
        PoolId child = bench.facility()
                .pools()
                .create("set aside", List.of(new Share(MEMORY, 1L << 30)))
                .id();
        CimInstancePath host =
                Objects.requireNonNull(server.only("Telvirt_HostSystem").path());

        assertThat(values(of(child, 2), ResourceNames.VIRTUAL_QUANTITY)).containsEntry("3/2", 1024L);
        assertThat(capabilities(host, 2)).doesNotContain(of(child, 2));
    }

    @Test
    void memoryIsBetweenTheseInTheseSteps() throws Exception {
        assertThat(values(of(MEMORY, 2), ResourceNames.VIRTUAL_QUANTITY))
                .containsExactly(
                        Map.entry("0/0", 512L), Map.entry("3/1", 1L), Map.entry("3/2", 65536L), Map.entry("3/3", 1L));
    }

    @Test
    @Requirement("VMADM2")
    void whatCanBePromisedNowIsWhatIsLeft() throws Exception {
        var unused = bench.facility().pools().create("set aside", List.of(new Share(MEMORY, 60L << 30)));

        assertThat(values(of(MEMORY, 2), ResourceNames.RESERVATION)).containsEntry("3/2", 65536L);
        assertThat(values(of(MEMORY, 3), ResourceNames.RESERVATION)).containsEntry("3/2", 4096L);
    }

    @Test
    void processorsCountAndTheirTimeIsPromisedInPercent() throws Exception {
        CimInstance capabilities = of(PROCESSOR, 2);

        assertThat(values(capabilities, ResourceNames.VIRTUAL_QUANTITY)).containsEntry("3/2", 16L);
        assertThat(values(capabilities, ResourceNames.RESERVATION)).containsEntry("3/2", 1600L);
        assertThat(server.enumerate("Telvirt_AllocationTemplate"))
                .filteredOn(template -> template.text(ResourceNames.POOL_ID).equals("processor/host"))
                .extracting(template -> template.text(ResourceNames.ALLOCATION_UNITS))
                .containsOnly("percent");
    }

    /** What CIM_SettingsDefineCapabilities demands of minimum, maximum, default and increment. */
    @Test
    void allAmountsAreWholeStepsApart() throws Exception {
        int seen = 0;
        for (CimInstance capabilities : server.enumerate("CIM_AllocationCapabilities")) {
            for (CimName property : List.of(ResourceNames.VIRTUAL_QUANTITY, ResourceNames.RESERVATION)) {
                Map<String, Long> values = values(capabilities, property);
                Long step = values.get("3/3");
                if (step != null) {
                    seen++;
                    assertThat((values.get("3/2") - values.get("3/1")) % step).isZero();
                    assertThat((values.get("3/2") - values.get("0/0")) % step).isZero();
                    assertThat((values.get("0/0") - values.get("3/1")) % step).isZero();
                }
            }
        }
        assertThat(seen).isGreaterThan(8);
    }

    @Test
    void whatTheEngineCanChangeCanBeAddedToActiveSystems() throws Exception {
        assertThat(of(MEMORY, 3).value(AllocationNames.SUPPORTED_ADD_STATES)).isEqualTo(CimValues.uint16s(2, 3));

        try (FacilityBench poor = new FacilityBench(
                SimulatedHostSettings.standard()
                        .withLackingChanges(Map.of(LiveChange.Kind.MEMORY_SIZE, "it has no balloon")),
                FacilitySettings.standard())) {
            server = new CimServer(poor.facility(), poor.time());
            assertThat(of(MEMORY, 3).value(AllocationNames.SUPPORTED_REMOVE_STATES))
                    .isEqualTo(CimValues.uint16s(3));
        }
    }

    @Test
    @Requirement("DSP1042 8.2.1")
    void whatASystemGetsOfWhichNothingWasSaidIsTheDefault() throws Exception {
        server.manage("DefineSystem");

        assertThat(server.enumerate("Telvirt_MemoryAllocationSettingData"))
                .extracting(
                        memory -> memory.number(ResourceNames.VIRTUAL_QUANTITY),
                        memory -> memory.text(ResourceNames.VIRTUAL_QUANTITY_UNITS))
                .containsOnly(tuple(
                        values(of(MEMORY, 2), ResourceNames.VIRTUAL_QUANTITY).get("0/0"), "byte*2^20"));
        assertThat(server.enumerate("Telvirt_ProcessorAllocationSettingData"))
                .extracting(processors -> processors.number(ResourceNames.VIRTUAL_QUANTITY))
                .containsOnly(
                        values(of(PROCESSOR, 2), ResourceNames.VIRTUAL_QUANTITY).get("0/0"));
    }

    @Test
    @Requirement("VMADM2")
    void theMaximumCanBeDefinedAndOneStepMoreCannot() throws Exception {
        var unused = bench.facility().pools().create("set aside", List.of(new Share(MEMORY, 60L << 30)));
        long most = values(of(MEMORY, 3), ResourceNames.RESERVATION).get("3/2");

        assertThat(define(most).code()).isZero();
        assertThat(define(most + 1).code()).isEqualTo(2);
    }

    private Reply define(long mebibytes) throws CimException {
        return server.manage(
                "DefineSystem",
                settings(
                        "ResourceSettings",
                        List.of(Settings.resource(4)
                                .with("AllocationUnits", "byte*2^20")
                                .with("VirtualQuantity", mebibytes)
                                .with("Reservation", mebibytes))));
    }
}
