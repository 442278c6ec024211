package org.telvirt.providers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1057 7")
class SystemSettingsMapperTest {
    private static final UUID ID = UUID.fromString("6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11");
    private static final ConfigurationId STATE = new ConfigurationId(new SystemId(ID), Configuration.ACTIVE);
    private static final DomainDefinition NEW =
            DomainDefinition.named("", Processors.of(1), Memory.of(ByteSize.ofMebibytes(512)));
    private static final DomainDefinition PRESENT = NEW.withUuid(ID)
            .withName("hlr-2")
            .withDescription("home location register")
            .withPlatform(new Platform(Virtualization.KVM, "x86_64", "pc-q35-7.2", Firmware.EFI));

    private static Settings settings() {
        return Settings.of("CIM_VirtualSystemSettingData");
    }

    private static DomainDefinition applied(Settings settings, DomainDefinition definition) throws CimException {
        return SystemSettingsMapper.apply(new SettingsReader(settings.build(), "SystemSettings"), definition);
    }

    @Nested
    class ToInstance {
        private final CimInstance state = SystemSettingsMapper.toInstance(STATE, PRESENT);
        private final CimInstance defined = SystemSettingsMapper.toInstance(STATE.defined(), PRESENT);

        @Test
        void theSystemIsNamedAndTyped() {
            assertThat(state.text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:VSSD/" + ID + "/state");
            assertThat(state.text(ElementNames.ELEMENT_NAME)).isEqualTo("hlr-2");
            assertThat(state.text(SettingsNames.VIRTUAL_SYSTEM_IDENTIFIER)).isEqualTo("hlr-2");
            assertThat(state.text(SettingsNames.VIRTUAL_SYSTEM_TYPE)).isEqualTo("DMTF:KVM");
            assertThat(state.text(ElementNames.DESCRIPTION)).isEqualTo("home location register");
        }

        @Test
        void whatCimHasNoPropertyForIsInOurs() {
            assertThat(state.text(SettingsNames.ARCHITECTURE)).isEqualTo("x86_64");
            assertThat(state.text(SettingsNames.MACHINE_TYPE)).isEqualTo("pc-q35-7.2");
            assertThat(state.number(SettingsNames.FIRMWARE_TYPE)).isEqualTo(3);
        }

        @Test
        void onlyTheDefinedConfigurationCanBeChanged() {
            assertThat(state.number(SettingsNames.CHANGEABLE_TYPE)).isEqualTo(3);
            assertThat(defined.number(SettingsNames.CHANGEABLE_TYPE)).isEqualTo(2);
        }

        @Test
        void whatTheEngineDoesNotSayIsNull() {
            CimInstance bare = SystemSettingsMapper.toInstance(STATE, NEW.withName("bare"));

            assertThat(bare.value(SettingsNames.VIRTUAL_SYSTEM_TYPE)).isNull();
            assertThat(bare.number(SettingsNames.FIRMWARE_TYPE)).isZero();
        }
    }

    @Nested
    class Apply {
        @Test
        void whatIsReadBackAndSentAgainChangesNothing() throws CimException {
            CimInstance instance = SystemSettingsMapper.toInstance(STATE.defined(), PRESENT);

            assertThat(SystemSettingsMapper.apply(new SettingsReader(instance, "SystemSettings"), PRESENT))
                    .isEqualTo(PRESENT);
        }

        @Test
        void silenceLeavesAllAsItIs() throws CimException {
            assertThat(applied(settings(), PRESENT)).isEqualTo(PRESENT);
        }

        @ParameterizedTest
        @CsvSource({"new, , new", ", new, new", "new, new, new", "new, hlr-2, new", "hlr-2, new, new"})
        void aNameIsTakenFromWhicheverPropertyChanged(String elementName, String identifier, String name)
                throws CimException {
            Settings settings = settings();
            if (elementName != null) {
                settings.with("ElementName", elementName);
            }
            if (identifier != null) {
                settings.with("VirtualSystemIdentifier", identifier);
            }

            assertThat(applied(settings, PRESENT).name()).isEqualTo(name);
        }

        @Test
        void twoNewNamesAreRefused() {
            Settings settings = settings().with("ElementName", "a").with("VirtualSystemIdentifier", "b");

            assertThatThrownBy(() -> applied(settings, PRESENT))
                    .hasMessage("SystemSettings: ElementName 'a' and VirtualSystemIdentifier 'b' are two names; give"
                            + " one");
        }

        @Test
        void anIdentifierMayBeTheUuidOfANewSystem() throws CimException {
            Settings settings = settings().with("ElementName", "a").with("VirtualSystemIdentifier", ID.toString());
            DomainDefinition definition = applied(settings, NEW);

            assertThat(definition.uuid()).isEqualTo(ID);
            assertThat(definition.name()).isEqualTo("a");
        }

        @Test
        void theUuidOfASystemStaysForEver() {
            UUID other = new UUID(1, 2);
            Settings settings = settings().with("VirtualSystemIdentifier", other.toString());

            assertThatThrownBy(() -> applied(settings, PRESENT))
                    .hasMessageContaining(other + " is another UUID than " + ID + ", which stays for ever");
        }

        @Test
        void theDescriptionIsTakenAndAnEmptyOneRemovesIt() throws CimException {
            assertThat(applied(settings().with("Description", "d"), PRESENT).description())
                    .isEqualTo("d");
            assertThat(applied(settings().with("Description", ""), PRESENT).description())
                    .isNull();
        }

        @Test
        void thePlatformIsTaken() throws CimException {
            Settings settings = Settings.of("Telvirt_VirtualSystemSettingData")
                    .with("VirtualSystemType", "DMTF:XEN:HVM")
                    .with("Architecture", "aarch64")
                    .with("MachineType", "virt")
                    .with("FirmwareType", CimValues.uint16(2));

            assertThat(applied(settings, NEW).platform())
                    .isEqualTo(new Platform(Virtualization.XEN_HVM, "aarch64", "virt", Firmware.BIOS));
        }

        @Test
        void anUnknownTypeIsRefusedWithWhereToLook() {
            assertThatThrownBy(() -> applied(settings().with("VirtualSystemType", "VMware"), NEW))
                    .hasMessageContaining("VirtualSystemType 'VMware' is not known")
                    .hasMessageContaining("VirtualSystemTypesSupported");
        }

        @Test
        void actionsThatAreTakenAnywayAreAccepted() throws CimException {
            Settings settings = settings()
                    .with("AutomaticStartupAction", CimValues.uint16(2))
                    .with("AutomaticShutdownAction", CimValues.uint16(2))
                    .with("AutomaticRecoveryAction", CimValues.uint16(2));

            assertThat(applied(settings, PRESENT)).isEqualTo(PRESENT);
        }

        @Test
        void actionsThatNobodyWouldTakeAreRefused() {
            Settings startup = settings().with("AutomaticStartupAction", CimValues.uint16(4));
            Settings delay =
                    settings().with("AutomaticStartupActionDelay", CimValues.dateTime(CimDateTime.ZERO_INTERVAL));

            assertThatThrownBy(() -> applied(startup, PRESENT))
                    .hasMessageContaining("AutomaticStartupAction = 4 cannot be had here");
            assertThatThrownBy(() -> applied(delay, PRESENT)).hasMessageContaining("AutomaticStartupActionDelay");
        }
    }
}
