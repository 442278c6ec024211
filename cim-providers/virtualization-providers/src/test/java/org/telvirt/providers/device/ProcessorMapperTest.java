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
                    .hasMessageContaining("AllocationUnits = 'hertz*10^6' cannot be had here");
        }

        @Test
        void aWeightIsRefusedAsLongAsNothingHonoursIt() {
            assertThatThrownBy(() -> added(processors().with("Weight", CimValues.uint32(100))))
                    .hasMessage("ResourceSettings[0]: Weight = 100 cannot be had here; leave it out");
        }
    }
}
