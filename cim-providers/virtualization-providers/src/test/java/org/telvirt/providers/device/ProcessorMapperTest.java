package org.telvirt.providers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.ResourceSettings.EMPTY;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.rig.ResourceSettings;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1044 7")
class ProcessorMapperTest {
    private static Settings processors() {
        return Settings.resource(3);
    }

    private static Processors added(Settings settings) throws CimException {
        return ResourceSettings.add(EMPTY, settings).processors();
    }

    @Nested
    class Describe {
        @Test
        void processorsAreCounted() {
            CimInstance settings = ResourceSettings.describe(EMPTY.withProcessors(new Processors(2, 8)), "processor");

            assertThat(settings.number(ResourceNames.RESOURCE_TYPE)).isEqualTo(3);
            assertThat(settings.number(ResourceNames.VIRTUAL_QUANTITY)).isEqualTo(2);
            assertThat(settings.number(ResourceNames.LIMIT)).isEqualTo(8);
            assertThat(settings.text(ResourceNames.ALLOCATION_UNITS)).isEqualTo("count");
            assertThat(settings.text(ResourceNames.VIRTUAL_QUANTITY_UNITS)).isEqualTo("count");
        }

        @ParameterizedTest
        @CsvSource({
            "x86_64,  DMTF:x86,   DMTF:x86:64",
            "aarch64, DMTF:ARM,   DMTF:ARM:A64",
            "s390x,   DMTF:S/390, DMTF:S/390:z/Architecture",
            "ppc64le, DMTF:Power,",
            "riscv64, ,"
        })
        void theArchitectureIsSaidInTheWordsOfTheClass(String engine, String architecture, String instructionSet) {
            var definition = EMPTY.withPlatform(new Platform(null, engine, null, null));
            CimInstance settings = ResourceSettings.describe(definition, "processor");

            assertThat(settings.text(ResourceNames.PROCESSOR_ARCHITECTURE)).isEqualTo(architecture);
            assertThat(settings.text(ResourceNames.INSTRUCTION_SET)).isEqualTo(instructionSet);
        }
    }

    @Nested
    class Apply {
        @Test
        void aQuantityAloneIsAlsoTheMost() throws CimException {
            assertThat(added(processors().with("VirtualQuantity", 4))).isEqualTo(Processors.of(4));
        }

        @Test
        void theLimitIsTheMost() throws CimException {
            assertThat(added(processors().with("VirtualQuantity", 2).with("Limit", 4)))
                    .isEqualTo(new Processors(2, 4));
        }

        @Test
        void theClassOfTheKindNeedsNoResourceType() throws CimException {
            Settings settings =
                    Settings.of("CIM_ProcessorAllocationSettingData").with("VirtualQuantity", 3);

            assertThat(added(settings)).isEqualTo(Processors.of(3));
        }

        @Test
        void theArchitectureThatItHasAnywayIsAccepted() throws CimException {
            var definition = EMPTY.withPlatform(new Platform(null, "x86_64", null, null));
            Settings settings = Settings.of("Telvirt_ProcessorAllocationSettingData")
                    .with("ProcessorArchitecture", "DMTF:x86")
                    .with("InstructionSet", "DMTF:x86:64");

            assertThat(ResourceSettings.add(definition, settings)).isEqualTo(definition);
        }

        @Test
        void anotherArchitectureIsRefused() {
            var definition = EMPTY.withPlatform(new Platform(null, "x86_64", null, null));
            Settings settings =
                    Settings.of("Telvirt_ProcessorAllocationSettingData").with("InstructionSet", "DMTF:ARM:A64");

            assertThatThrownBy(() -> ResourceSettings.add(definition, settings))
                    .hasMessageContaining("InstructionSet = 'DMTF:ARM:A64' cannot be had");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1L << 31, -1})
        void aQuantityThatIsNoNumberOfProcessorsIsRefused(long quantity) {
            assertThatThrownBy(() -> added(processors().with("VirtualQuantity", quantity)))
                    .hasMessageContaining("is no number of processors");
        }

        @Test
        void aLimitBelowTheQuantityIsRefused() {
            assertThatThrownBy(
                            () -> added(processors().with("VirtualQuantity", 4).with("Limit", 2)))
                    .hasMessageContaining("VirtualQuantity of 4 processors is more than the Limit of 2");
        }

        @Test
        void aLimitInAnotherUnitIsRefused() {
            Settings settings = processors().with("Limit", 2000).with("AllocationUnits", "hertz*10^6");

            assertThatThrownBy(() -> added(settings))
                    .hasMessageContaining("AllocationUnits 'hertz*10^6' cannot be had for processors");
        }

        @Test
        void moreThanTheVirtualProcessorsCanUseIsRefused() {
            assertThatThrownBy(
                            () -> added(processors().with("VirtualQuantity", 2).with("Reservation", 3)))
                    .hasMessageContaining("Reservation 3 is more than 2 virtual processors can use; give at most 2");
        }
    }

    @Nested
    @Requirement("DSP1044 8.1")
    class Share {
        @Test
        @Requirement("VMPERF8")
        void weightIsTheSharesOfTheScheduler() throws CimException {
            Processors weighed = added(processors().with("Weight", CimValues.uint32(2048)));

            assertThat(weighed.scheduling().shares()).isEqualTo(2048);
            assertThat(ResourceSettings.describe(EMPTY.withProcessors(weighed), "processor")
                            .number(CimName.of("Weight")))
                    .isEqualTo(2048);
        }

        @Test
        @Requirement("VMPERF7")
        void aReservationIsOfAllVirtualProcessorsTogether() throws CimException {
            Processors reserved = added(processors()
                    .with("VirtualQuantity", 4)
                    .with("AllocationUnits", "percent")
                    .with("Reservation", 150)
                    .with("Limit", 800));

            assertThat(reserved.scheduling().reservation().share()).isEqualTo(0.375);
            assertThat(reserved.maximum()).isEqualTo(8);
        }

        @ParameterizedTest
        @CsvSource({"4, percent, 150, 150", "4, percent, 200, 2", "3, percent, 100, 1", "7, count, 3, 3", "2, , 1, 1"})
        void whatWasReadCanBeSentBack(int count, String units, long reservation, long told) throws CimException {
            Settings settings = processors()
                    .with("VirtualQuantity", count)
                    .with("Reservation", reservation)
                    .with("Limit", 8L * (units != null && units.equals("percent") ? 100 : 1));
            Processors reserved = added(units == null ? settings : settings.with("AllocationUnits", units));
            CimInstance read = ResourceSettings.describe(EMPTY.withProcessors(reserved), "processor");

            assertThat(read.number(ResourceNames.RESERVATION)).isEqualTo(told);
            assertThat(ResourceSettings.request(read)
                            .change(EMPTY.withProcessors(reserved), "processor")
                            .processors())
                    .isEqualTo(reserved);
        }

        @Test
        void zeroTakesBothAway() throws CimException {
            Processors some = added(processors().with("Reservation", 1).with("Weight", CimValues.uint32(100)));
            Processors none = ResourceSettings.change(
                            EMPTY.withProcessors(some),
                            "processor",
                            processors().with("Reservation", 0).with("Weight", CimValues.uint32(0)))
                    .processors();

            assertThat(none).isEqualTo(EMPTY.processors());
        }
    }
}
