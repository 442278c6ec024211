package org.telvirt.providers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.ResourceSettings.EMPTY;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.Connection;
import org.telvirt.hypervisor.definition.NetworkPort.OtherConnection;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.providers.rig.ResourceSettings;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1050 7")
class NetworkPortMapperTest {
    private static final String MAC = "52:54:00:12:34:56";
    private static final NetworkPort PORT = new NetworkPort(MAC, new Bridge("br0"), "e1000", 2);
    private static final DomainDefinition WITH_PORT = EMPTY.withNetworkPorts(List.of(PORT));
    private static final String DEVICE = "network/" + MAC;

    private static Settings port() {
        return Settings.resource(10);
    }

    private static NetworkPort added(Settings settings) throws CimException {
        return ResourceSettings.add(EMPTY, settings).networkPorts().get(0);
    }

    private static NetworkPort changed(Settings settings) throws CimException {
        return ResourceSettings.change(WITH_PORT, DEVICE, settings)
                .networkPorts()
                .get(0);
    }

    static Stream<Arguments> connections() {
        return Stream.of(
                Arguments.of("network:default", new VirtualNetwork("default")),
                Arguments.of("bridge:br0", new Bridge("br0")),
                Arguments.of("user:", new UserNetwork()));
    }

    @Nested
    class Describe {
        @Test
        void aPortIsAnEthernetAdapterWithItsAddress() {
            CimInstance settings = ResourceSettings.describe(WITH_PORT, DEVICE);

            assertThat(settings.number(ResourceNames.RESOURCE_TYPE)).isEqualTo(10);
            assertThat(settings.text(ResourceNames.ADDRESS)).isEqualTo(MAC);
            assertThat(settings.text(ResourceNames.RESOURCE_SUB_TYPE)).isEqualTo("Telvirt:e1000");
            assertThat(settings.value(ResourceNames.CONNECTION)).isEqualTo(CimValues.texts("bridge:br0"));
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.providers.device.NetworkPortMapperTest#connections")
        void eachConnectionHasItsOwnForm(String text, Connection connection) {
            assertThat(ConnectionMapper.text(connection)).isEqualTo(text);
        }
    }

    @Nested
    class AnotherOne {
        @Test
        void silenceMeansTheDefaultNetwork() throws CimException {
            assertThat(added(port())).isEqualTo(new NetworkPort(null, new VirtualNetwork("default"), null, null));
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.providers.device.NetworkPortMapperTest#connections")
        void aConnectionIsReadAsItIsWritten(String text, Connection connection) throws CimException {
            assertThat(added(port().withOnly("Connection", text)).connection()).isEqualTo(connection);
        }

        @Test
        void aNameAloneIsThatOfANetwork() throws CimException {
            assertThat(added(port().withOnly("Connection", "oam")).connection()).isEqualTo(new VirtualNetwork("oam"));
        }

        @ParameterizedTest
        @ValueSource(strings = {MAC, "52-54-00-12-34-56", "5254.0012.3456", "525400123456", " 52:54:00:12:34:56 "})
        void anAddressIsReadInEveryUsualForm(String text) throws CimException {
            assertThat(added(port().with("Address", text)).address()).isEqualTo(MAC);
        }

        @Test
        void lettersOfAnAddressBecomeSmall() throws CimException {
            assertThat(added(port().with("Address", "52:54:00:AB:CD:EF")).address())
                    .isEqualTo("52:54:00:ab:cd:ef");
        }

        @ParameterizedTest
        @ValueSource(strings = {"52:54:00", "52:54:00:12:34:5g", "eth0", "52540012345678"})
        void whatIsNoAddressIsRefused(String text) {
            assertThatThrownBy(() -> added(port().with("Address", text)))
                    .hasMessage("ResourceSettings[0]: Address '" + text
                            + "' is no MAC address; give one such as 52:54:00:12:34:56");
        }

        @Test
        void theSubTypeIsTheModelWithOrWithoutOurName() throws CimException {
            assertThat(added(port().with("ResourceSubType", "virtio")).model()).isEqualTo("virtio");
            assertThat(added(port().with("ResourceSubType", "Telvirt:virtio")).model())
                    .isEqualTo("virtio");
        }

        @Test
        void aConnectionOfAKindThatCannotBeMadeIsRefused() {
            assertThatThrownBy(() -> added(port().withOnly("Connection", "other:vhostuser")))
                    .hasMessageContaining("cannot be made here; give network:NAME, bridge:NAME or user:");
        }

        @Test
        void aBandwidthIsRefusedAsLongAsNothingKeepsIt() {
            assertThatThrownBy(() -> added(port().with("Limit", 1000)))
                    .hasMessageContaining("Limit = 1000 cannot be had");
        }
    }

    @Nested
    class Change {
        @Test
        void silenceLeavesAllAsItIs() throws CimException {
            assertThat(changed(port())).isEqualTo(PORT);
        }

        @Test
        void whatIsReadBackAndSentAgainChangesNothing() throws CimException {
            NetworkPort foreign = new NetworkPort(MAC, new OtherConnection("vhostuser"), null, null);
            DomainDefinition definition = EMPTY.withNetworkPorts(List.of(foreign));
            CimInstance settings = ResourceSettings.describe(definition, DEVICE);

            assertThat(ResourceSettings.request(settings).change(definition, DEVICE))
                    .isEqualTo(definition);
        }

        @Test
        void onePropertyIsChangedAndTheOthersStay() throws CimException {
            assertThat(changed(port().withOnly("Connection", "oam")))
                    .isEqualTo(new NetworkPort(MAC, new VirtualNetwork("oam"), "e1000", 2));
        }
    }
}
