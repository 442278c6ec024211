package org.telvirt.providers.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.providers.settings.ConfigurationId;

class ResourceIdTest {
    private static final String UUID_TEXT = "6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11";
    private static final ConfigurationId DEFINED =
            new ConfigurationId(new SystemId(UUID.fromString(UUID_TEXT)), Configuration.DEFINED);

    @ParameterizedTest
    @ValueSource(strings = {"processor", "memory", "disk/vda", "network/52:54:00:12:34:56", "serial/0"})
    void aResourceIsNamedBySystemConfigurationAndDevice(String device) {
        ResourceId id = new ResourceId(DEFINED, device);

        assertThat(id.instanceId()).isEqualTo("Telvirt:RASD/" + UUID_TEXT + "/defined/" + device);
        assertThat(ResourceId.ofInstanceId(id.instanceId())).isEqualTo(id);
    }

    @Test
    void theSameResourceHasTheSameNameInBothConfigurations() {
        ResourceId id = new ResourceId(DEFINED, "disk/vda");

        assertThat(id.state().instanceId()).isEqualTo("Telvirt:RASD/" + UUID_TEXT + "/state/disk/vda");
        assertThat(id.state().in(DEFINED)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Telvirt:RASD/",
                "Telvirt:RASD/" + UUID_TEXT,
                "Telvirt:RASD/" + UUID_TEXT + "/defined",
                "Telvirt:RASD/" + UUID_TEXT + "/later/memory",
                "Telvirt:RASD/not-a-uuid/defined/memory",
                "Other:RASD/" + UUID_TEXT + "/defined/memory",
                "Telvirt:VSSD/" + UUID_TEXT + "/defined/memory"
            })
    void whatHasAnotherFormNamesNone(String instanceId) {
        assertThat(ResourceId.ofInstanceId(instanceId)).isNull();
    }
}
