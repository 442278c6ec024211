package org.telvirt.providers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DefinitionRules;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.Action;
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
        void theDefinedConfigurationChangesForGoodAndTheStateForTheRun() {
            assertThat(state.number(SettingsNames.CHANGEABLE_TYPE)).isEqualTo(1);
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
        @Requirement("VMDEF1")
        void theOrderOfStartingAndTheWayDownAreTaken() throws CimException {
            Settings settings = settings()
                    .with("AutomaticStartupAction", CimValues.uint16(4))
                    .with("AutomaticStartupActionSequenceNumber", CimValues.uint16(3))
                    .with("AutomaticStartupActionDelay", CimValues.dateTime(CimDateTime.of(Duration.ofSeconds(30))))
                    .with("AutomaticShutdownAction", CimValues.uint16(3));

            assertThat(applied(settings, PRESENT).automation())
                    .isEqualTo(new Automation(true, 3, Duration.ofSeconds(30), Automation.StopAction.SAVE));
        }

        @ParameterizedTest
        @CsvSource({
            "RESTART, 2, , DESTROY",
            "DESTROY, 3, , RESTART",
            "PRESERVE, 2, , PRESERVE",
            "COREDUMP_RESTART, 3, , COREDUMP_RESTART",
            "DESTROY, 3, 2, RESTART",
            "DESTROY, 3, 7, COREDUMP_RESTART",
            "DESTROY, 2, 4, PRESERVE",
            ", 2, , ",
            ", 3, 0, RESTART"
        })
        void recoveryIsTakenFromWhicheverPropertyChanged(
                @Nullable Action present, int recovery, @Nullable Integer crash, @Nullable Action expected)
                throws CimException {
            Settings settings = Settings.of("Telvirt_VirtualSystemSettingData")
                    .with("AutomaticRecoveryAction", CimValues.uint16(recovery));
            if (crash != null) {
                settings.with("CrashAction", CimValues.uint16(crash));
            }
            DomainDefinition before = PRESENT.withFaultPolicy(FaultPolicy.DEFAULT.withOnCrash(present));

            assertThat(applied(settings, before).faultPolicy().onCrash()).isEqualTo(expected);
        }

        @Test
        void recoveryAndCrashActionThatContradictEachOtherAreRefused() {
            Settings settings = Settings.of("Telvirt_VirtualSystemSettingData")
                    .with("AutomaticRecoveryAction", CimValues.uint16(3))
                    .with("CrashAction", CimValues.uint16(4));

            assertThatThrownBy(() -> applied(settings, PRESENT))
                    .hasMessageContaining("contradict each other; give one");
        }

        @Test
        void notesOfEveryFormComeBackAsTheyWere() throws CimException {
            List<String> notes = List.of("first\nsecond", " with space ", "", "back\\slash\\n");
            DomainDefinition noted = applied(settings().with("Notes", CimValues.texts(notes)), PRESENT);

            assertThat(DefinitionRules.violations(noted)).isEmpty();
            assertThat(SystemSettingsMapper.toInstance(STATE, noted).value(CimName.of("Notes")))
                    .isEqualTo(CimValues.texts(notes));
        }

        @Test
        void emptyTextsAndArraysTakeAway() throws CimException {
            DomainDefinition full = PRESENT.withBoot(new Boot(
                            new Boot.Kernel("/k", "/i", "quiet"),
                            new TreeMap<>(Map.of("opt/com.example/role", "a")),
                            List.of("b")))
                    .withMetadata(new TreeMap<>(Map.of("urn:example:a", "c")));
            Settings settings = Settings.of("Telvirt_VirtualSystemSettingData")
                    .with("KernelImage", "")
                    .with("StartParameters", CimValues.texts())
                    .with("FirmwareStrings", CimValues.texts())
                    .with("Metadata", CimValues.texts());

            assertThat(applied(settings, full)).isEqualTo(PRESENT);
        }

        @ParameterizedTest
        @CsvSource({
            "StartParameters, role, has no '=' between name and value",
            "Metadata, urn:example:a, has no ' ' between name and value",
            "Metadata, urn:telvirt:notes:1 a, is what Notes says",
        })
        void textsOfAnotherFormAreRefusedByName(String property, String text, String cause) {
            Settings settings = Settings.of("Telvirt_VirtualSystemSettingData").with(property, CimValues.texts(text));

            assertThatThrownBy(() -> applied(settings, PRESENT))
                    .hasMessageContaining(property)
                    .hasMessageContaining(cause);
        }

        @ParameterizedTest
        @CsvSource({
            "AutomaticStartupAction, 3, give 2 (None) or 4 (Always startup)",
            "AutomaticRecoveryAction, 4, give 2 (None) or 3 (Restart)",
            "WatchdogModel, 9, 'give 2 (I6300ESB), 3 (IB700)'",
            "WatchdogAction, 2, needs WatchdogModel",
        })
        void actionsThatNobodyWouldTakeAreRefused(String property, int value, String cause) {
            Settings settings = Settings.of("Telvirt_VirtualSystemSettingData").with(property, CimValues.uint16(value));

            assertThatThrownBy(() -> applied(settings, PRESENT))
                    .hasMessageContaining(property)
                    .hasMessageContaining(cause);
        }
    }
}
