package org.telvirt.providers.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1057 7")
class ConfigurationIdTest {
    private static final String UUID_TEXT = "6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11";
    private static final SystemId SYSTEM = new SystemId(UUID.fromString(UUID_TEXT));

    @ParameterizedTest
    @CsvSource({"ACTIVE, state", "DEFINED, defined"})
    void aConfigurationIsNamedByUuidAndRole(Configuration which, String word) {
        ConfigurationId id = new ConfigurationId(SYSTEM, which);

        assertThat(id.instanceId()).isEqualTo("Telvirt:VSSD/" + UUID_TEXT + "/" + word);
        assertThat(ConfigurationId.of(id.path())).isEqualTo(id);
        assertThat(ConfigurationId.ofInstanceId(id.instanceId())).isEqualTo(id);
    }

    @Test
    void theTwoConfigurationsOfASystemLeadToEachOther() {
        ConfigurationId state = new ConfigurationId(SYSTEM, Configuration.ACTIVE);

        assertThat(state.isState()).isTrue();
        assertThat(state.defined().isState()).isFalse();
        assertThat(state.defined().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Telvirt:VSSD/",
                "Telvirt:VSSD/" + UUID_TEXT,
                "Telvirt:VSSD/" + UUID_TEXT + "/",
                "Telvirt:VSSD/" + UUID_TEXT + "/State",
                "Telvirt:VSSD/6F7A3D52-0A5C-4B3E-8A44-0D9D3F1F7C11/state",
                "Telvirt:RASD/" + UUID_TEXT + "/state",
                "telvirt:VSSD/" + UUID_TEXT + "/state"
            })
    void whatHasAnotherFormNamesNone(String instanceId) {
        assertThat(ConfigurationId.ofInstanceId(instanceId)).isNull();
    }
}
