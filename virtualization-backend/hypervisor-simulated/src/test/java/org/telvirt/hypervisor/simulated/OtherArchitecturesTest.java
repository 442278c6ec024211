package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Endianness;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Hosts of other architectures than everyone's run what is made for them. */
@RanOn(Engine.SIMULATED)
class OtherArchitecturesTest {
    private static DomainDefinition definition(String architecture, @Nullable Firmware firmware) {
        return DomainDefinition.named("guest", Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)))
                .withPlatform(
                        Platform.DEFAULT.withArchitecture(architecture, null).withFirmware(firmware));
    }

    private static Hypervisor host(String architecture) {
        ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
        Host facts = new Host(new UUID(7, 1), "host", architecture, "Any", 2, ByteSize.ofMebibytes(1024));
        return new SimulatedHost(SimulatedHostSettings.standard().withFacts(facts), Runnable::run, time, time)
                .connect();
    }

    @ParameterizedTest
    @CsvSource({
        "x86_64,  LITTLE, EFI",
        "aarch64, LITTLE, EFI",
        "ppc64le, LITTLE, OPEN_FIRMWARE",
        "ppc64,   BIG,    OPEN_FIRMWARE",
        "sparc64, BIG,    OPEN_FIRMWARE"
    })
    @Requirement({"VMDEF3 endianness", "VMDEF5 open-firmware", "VMDEF5 efi"})
    void haveTheirByteOrderAndTheirFirmware(String architecture, Endianness endianness, Firmware firmware)
            throws Exception {
        Hypervisor engine = host(architecture);

        Domain domain = engine.define(definition(architecture, firmware));

        Platform platform =
                engine.definition(domain.id(), Configuration.DEFINED).platform();
        assertThat(platform.architecture()).isEqualTo(architecture);
        assertThat(platform.endianness()).isEqualTo(endianness);
        assertThat(platform.firmware()).isEqualTo(firmware);
    }

    @Test
    @Requirement("VMDEF3 endianness")
    void refuseWhatIsMadeForAnotherOne() {
        assertThatThrownBy(() -> host("x86_64").define(definition("ppc64", Firmware.OPEN_FIRMWARE)))
                .hasMessageContaining("does not offer ppc64");
    }
}
