package org.telvirt.providers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.ResourceSettings.EMPTY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.rig.ResourceSettings;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1059 7")
class SerialPortMapperTest {
    private static final DomainDefinition LOGGED = EMPTY.withConsoles(List.of(new Console("/logs/a b.log")));

    @Test
    void aSerialPortNamesTheFileThatKeepsItsOutput() {
        CimInstance settings = ResourceSettings.describe(LOGGED, "serial/0");

        assertThat(settings.number(ResourceNames.RESOURCE_TYPE)).isEqualTo(21);
        assertThat(settings.value(ResourceNames.HOST_RESOURCE)).isEqualTo(CimValues.texts("file:///logs/a%20b.log"));
    }

    @Test
    void whatIsDescribedIsReadBack() throws CimException {
        CimInstance settings = ResourceSettings.describe(LOGGED, "serial/0");

        assertThat(ResourceSettings.request(settings).addTo(EMPTY)).isEqualTo(LOGGED);
    }

    @Test
    void aSerialPortNeedsNoFile() throws CimException {
        assertThat(ResourceSettings.add(EMPTY, Settings.resource(21)).consoles())
                .containsExactly(new Console(null));
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() ->
                        ResourceSettings.add(EMPTY, Settings.resource(21).withOnly("HostResource", "tcp://host:1")))
                .hasMessageContaining("HostResource 'tcp://host:1' is no file of the host");
    }
}
