package org.telvirt.providers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.ResourceSettings.EMPTY;

import java.math.BigInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.providers.rig.ResourceSettings;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1045 7")
class MemoryMapperTest {
    private static Settings memory() {
        return Settings.resource(4);
    }

    private static Memory added(Settings settings) throws CimException {
        return ResourceSettings.add(EMPTY, settings).memory();
    }

    @Nested
    class Describe {
        private CimInstance described(long size, long maximum) {
            return ResourceSettings.describe(
                    EMPTY.withMemory(new Memory(new ByteSize(size), new ByteSize(maximum))), "memory");
        }

        @ParameterizedTest
        @CsvSource({
            "536870912,  536870912,  byte*2^20, 512",
            "536871936,  536871936,  byte*2^10, 524289",
            "536870913,  536870913,  byte,      536870913",
            "536870912,  536871936,  byte*2^10, 524288"
        })
        void theCoarsestUnitThatIsExactIsUsed(long size, long maximum, String unit, long quantity) {
            CimInstance settings = described(size, maximum);

            assertThat(settings.text(ResourceNames.ALLOCATION_UNITS)).isEqualTo(unit);
            assertThat(settings.text(ResourceNames.VIRTUAL_QUANTITY_UNITS)).isEqualTo(unit);
            assertThat(settings.number(ResourceNames.VIRTUAL_QUANTITY)).isEqualTo(quantity);
        }

        @Test
        void whatItCanBeGivenIsTheLimit() {
            assertThat(described(1 << 30, 2L << 30).number(ResourceNames.LIMIT)).isEqualTo(2048);
        }

        @Test
        void memoryThatIsFixedHasNoLimitOfItsOwn() {
            assertThat(described(1 << 30, 1 << 30).value(ResourceNames.LIMIT)).isNull();
        }
    }

    @Nested
    class Apply {
        @ParameterizedTest
        @CsvSource({
            "256,       byte*2^20,  268435456",
            "262144,    byte*2^10,  268435456",
            "268435456, byte,       268435456",
            "256,       MegaBytes,  268435456",
            "1,         GigaBytes,  1073741824",
            "256000,    byte*10^3,  256000000"
        })
        void aQuantityCountsInTheUnitOfAllocation(long quantity, String unit, long bytes) throws CimException {
            Settings settings = memory().with("VirtualQuantity", quantity).with("AllocationUnits", unit);

            assertThat(added(settings)).isEqualTo(Memory.of(new ByteSize(bytes)));
        }

        @Test
        void theUnitOfTheQuantityItselfGoesFirst() throws CimException {
            Settings settings = memory().with("VirtualQuantity", 1)
                    .with("VirtualQuantityUnits", "byte*2^30")
                    .with("Limit", 2048)
                    .with("AllocationUnits", "byte*2^20");

            assertThat(added(settings)).isEqualTo(new Memory(ByteSize.ofMebibytes(1024), ByteSize.ofMebibytes(2048)));
        }

        @Test
        void theDefaultOfTheClassIsNoUnitOfMemory() throws CimException {
            Settings settings = memory().with("VirtualQuantity", 64)
                    .with("VirtualQuantityUnits", "count")
                    .with("AllocationUnits", "byte*2^20");

            assertThat(added(settings)).isEqualTo(Memory.of(ByteSize.ofMebibytes(64)));
        }

        @Test
        void silenceLeavesWhatIsThere() throws CimException {
            assertThat(added(memory())).isEqualTo(EMPTY.memory());
        }

        @Test
        void aFixedSizeStaysFixedWhenItIsChanged() throws CimException {
            Settings settings = memory().with("VirtualQuantity", 128).with("AllocationUnits", "byte*2^20");

            assertThat(added(settings)).isEqualTo(Memory.of(ByteSize.ofMebibytes(128)));
        }

        @Test
        void aSizeThatCanGrowGrowsToItsOldLimitOrItself() throws CimException {
            var flexible = EMPTY.withMemory(new Memory(ByteSize.ofMebibytes(512), ByteSize.ofMebibytes(1024)));
            Settings less = memory().with("VirtualQuantity", 768).with("AllocationUnits", "byte*2^20");
            Settings more = memory().with("VirtualQuantity", 2048).with("AllocationUnits", "byte*2^20");

            assertThat(ResourceSettings.add(flexible, less).memory())
                    .isEqualTo(new Memory(ByteSize.ofMebibytes(768), ByteSize.ofMebibytes(1024)));
            assertThat(ResourceSettings.add(flexible, more).memory()).isEqualTo(Memory.of(ByteSize.ofMebibytes(2048)));
        }

        @Test
        void aQuantityWithoutAUnitIsRefusedWithTheCure() {
            assertThatThrownBy(() -> added(memory().with("VirtualQuantity", 512)))
                    .isInstanceOf(CimException.class)
                    .hasMessage("ResourceSettings[0]: VirtualQuantity 512 has no unit; give AllocationUnits, such as"
                            + " byte*2^20");
        }

        @ParameterizedTest
        @CsvSource({"hertz*10^6", "count", "percent", "MB"})
        void aUnitThatIsNoneOfMemoryIsRefused(String unit) {
            assertThatThrownBy(() -> added(memory().with("VirtualQuantity", 512).with("AllocationUnits", unit)))
                    .hasMessageContaining("'" + unit + "' is no unit of memory");
        }

        @Test
        void moreThanCanBeCountedIsRefused() {
            BigInteger most = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

            assertThatThrownBy(
                            () -> added(memory().with("VirtualQuantity", most).with("AllocationUnits", "byte")))
                    .hasMessageContaining("VirtualQuantity 18446744073709551615 x byte is no size of memory");
        }

        @Test
        void noMemoryAtAllIsRefused() {
            assertThatThrownBy(() -> added(memory().with("VirtualQuantity", 0).with("AllocationUnits", "byte")))
                    .hasMessageContaining("is no size of memory");
        }

        @Test
        void aLimitBelowTheQuantityIsRefused() {
            Settings settings =
                    memory().with("VirtualQuantity", 512).with("Limit", 256).with("AllocationUnits", "byte*2^20");

            assertThatThrownBy(() -> added(settings))
                    .hasMessageContaining("VirtualQuantity of 512 MiB is more than the Limit of 256 MiB");
        }

        @Test
        void aReservationNeedsAUnit() {
            assertThatThrownBy(() -> added(memory().with("Reservation", 512)))
                    .hasMessageContaining("Reservation 512 has no unit; give AllocationUnits");
        }
    }

    @Nested
    class Reservation {
        @Test
        @Requirement({"VMDEF6", "DSP1045 8.1"})
        void isKeptAndTold() throws CimException {
            DomainDefinition definition = ResourceSettings.add(
                    EMPTY, memory().with("Reservation", 256).with("AllocationUnits", "byte*2^20"));
            CimInstance settings = ResourceSettings.describe(definition, "memory");

            assertThat(definition.memory().reservation()).isEqualTo(ByteSize.ofMebibytes(256));
            assertThat(settings.number(ResourceNames.RESERVATION)).isEqualTo(256);
            assertThat(settings.text(ResourceNames.ALLOCATION_UNITS)).isEqualTo("byte*2^20");
        }

        @Test
        void zeroTakesItAwayAndSilenceLeavesIt() throws CimException {
            DomainDefinition definition = ResourceSettings.add(
                    EMPTY, memory().with("Reservation", 256).with("AllocationUnits", "byte*2^20"));

            assertThat(ResourceSettings.change(definition, "memory", memory())).isEqualTo(definition);
            assertThat(ResourceSettings.change(definition, "memory", memory().with("Reservation", 0))
                            .memory()
                            .reservation())
                    .isNull();
        }
    }
}
