package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.Cell;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostFeature;
import org.telvirt.hypervisor.host.HostInventory;
import org.telvirt.hypervisor.host.LogicalProcessor;
import org.telvirt.hypervisor.host.Topology;

/** What every engine has to tell of its machine. */
abstract class InventoryContract extends StatisticsContract {
    /** Whether the platform tells of which sizes its pages are. */
    protected boolean tellsPages() {
        return true;
    }

    @Nested
    class Inventory {
        private HostInventory inventory() {
            return engine().inventory();
        }

        @Test
        void placesEachProcessorOnceInACell() throws Exception {
            assumeTrue(
                    inventory().offers(HostFeature.TOPOLOGY),
                    () -> "the engine does not offer " + HostFeature.TOPOLOGY);

            Topology topology = inventory().topology();

            assertThat(topology.processors())
                    .hasSize(engine().host().processors())
                    .extracting(LogicalProcessor::number)
                    .doesNotHaveDuplicates();
            assertThat(topology.sockets()).isBetween(1, topology.cores());
            assertThat(topology.cores()).isBetween(1, topology.processors().size());
            assertThat(topology.threadsPerCore()).isPositive();
            assertThat(topology.processors())
                    .allSatisfy(processor -> assertThat(processor.siblings()).contains(processor.number()));
        }

        @Test
        void tellsTheMemoryAndThePagesOfEachCell() throws Exception {
            assumeTrue(
                    inventory().offers(HostFeature.TOPOLOGY),
                    () -> "the engine does not offer " + HostFeature.TOPOLOGY);

            for (Cell cell : inventory().topology().cells()) {
                assertThat(cell.memory()).isGreaterThan(ByteSize.ZERO);
                assertThat(cell.pages().isEmpty()).isNotEqualTo(tellsPages());
                assertThat(new HashSet<>(cell.distances().values())).doesNotContain(0);
                if (inventory().offers(HostFeature.FREE_MEMORY)) {
                    assertThat(cell.free()).isBetween(ByteSize.ZERO, cell.memory());
                }
            }
        }

        @Test
        void tellsHowMuchMemoryThereIsAndHowMuchIsFree() throws Exception {
            assertThat(inventory().memory().total()).isEqualTo(engine().host().memory());
            if (inventory().offers(HostFeature.FREE_MEMORY)) {
                assertThat(inventory().memory().free())
                        .isBetween(ByteSize.ZERO, inventory().memory().total());
            } else {
                assertThat(inventory().memory().free()).isNull();
            }
        }

        @Test
        void namesTheArchitectureOfTheProcessors() throws Exception {
            assumeTrue(
                    inventory().offers(HostFeature.PROCESSOR_MODEL),
                    () -> "the engine does not offer " + HostFeature.PROCESSOR_MODEL);

            assertThat(inventory().processorModel().architecture())
                    .isEqualTo(engine().host().architecture());
        }

        @Test
        void listsEachDeviceOnce() throws Exception {
            assumeTrue(
                    inventory().offers(HostFeature.DEVICES), () -> "the engine does not offer " + HostFeature.DEVICES);

            assertThat(inventory().devices())
                    .isNotEmpty()
                    .extracting(HostDevice::name)
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }

        @Test
        void refusesWithTheReasonWhatItLacks() {
            var missing = inventory().missing();
            assumeFalse(missing.isEmpty(), "the engine lacks nothing");

            for (var lack : missing.entrySet()) {
                ThrowingCallable call = switch (lack.getKey()) {
                    case TOPOLOGY -> () -> inventory().topology();
                    case PROCESSOR_MODEL -> () -> inventory().processorModel();
                    case DEVICES -> () -> inventory().devices();
                    case FREE_MEMORY, EVENTS -> null; // which is null then, and which do not come
                };
                if (call != null) {
                    assertThat(refused(Reason.UNSUPPORTED, call)).hasMessageContaining(lack.getValue());
                }
            }
        }
    }
}
