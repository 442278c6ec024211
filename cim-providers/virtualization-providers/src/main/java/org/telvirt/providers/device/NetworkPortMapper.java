package org.telvirt.providers.device;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Connection;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.SettingsReader;

/**
 * Network ports and their settings (DSP1050): Address is the MAC address, Connection what the port is plugged into,
 * ResourceSubType the device that the guest sees.
 */
public final class NetworkPortMapper implements DeviceMapper<NetworkPort> {
    /** Its ResourceType. */
    public static final int ETHERNET_ADAPTER = 10;

    private static final CimValue TYPE = CimValues.uint16(ETHERNET_ADAPTER);
    private static final Pattern SEPARATORS = Pattern.compile("[:.-]");
    private static final Pattern BARE_ADDRESS = Pattern.compile("[0-9a-f]{12}");

    @Override
    public List<NetworkPort> in(DomainDefinition definition) {
        return definition.networkPorts();
    }

    @Override
    public DomainDefinition put(DomainDefinition definition, List<NetworkPort> ports) {
        return definition.withNetworkPorts(ports);
    }

    @Override
    public String name(NetworkPort port, int index) {
        String address = port.address();
        return address == null ? String.valueOf(index) : address;
    }

    @Override
    public void describe(CimInstance.Builder settings, NetworkPort port) {
        String model = port.model();
        settings.with(ResourceNames.RESOURCE_TYPE, TYPE)
                .with(ResourceNames.RESOURCE_SUB_TYPE, model == null ? null : OrgId.prefix(model))
                .with(ResourceNames.ADDRESS, port.address())
                .with(ResourceNames.CONNECTION, CimValues.texts(ConnectionMapper.text(port.connection())))
                .with(ResourceNames.BOOT_ORDER, BootOrder.value(port.bootOrder()))
                .with(ResourceNames.LINK_UP, CimValues.bool(port.linkUp()));
        TrafficMapper.describe(settings, port.traffic());
    }

    @Override
    public NetworkPort apply(@Nullable NetworkPort present, SettingsReader settings) throws CimException {
        String address = settings.text(ResourceNames.ADDRESS);
        String model = settings.text(ResourceNames.RESOURCE_SUB_TYPE);
        Connection connection = ConnectionMapper.apply(present == null ? null : present.connection(), settings);
        settings.accept(ResourceNames.VIRTUAL_QUANTITY_UNITS, CimValues.text(ProgrammaticUnit.COUNT));
        settings.accept(ResourceNames.VIRTUAL_QUANTITY, CimValues.uint64(1));
        NetworkPort before = present == null ? new NetworkPort(null, connection, null, null) : present;
        return before.withAddress(address == null ? before.address() : address(address, settings))
                .withConnection(connection)
                .withModel(model == null ? before.model() : OrgId.strip(model))
                .withBootOrder(BootOrder.read(settings, before.bootOrder()))
                .withLinkUp(settings.flag(ResourceNames.LINK_UP, before.linkUp()))
                .withTraffic(TrafficMapper.apply(before.traffic(), settings));
    }

    /** The address in pairs with colons; clients also send dashes, dots or nothing between the digits. */
    private static String address(String text, SettingsReader settings) throws CimException {
        String bare = SEPARATORS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        if (!BARE_ADDRESS.matcher(bare).matches()) {
            throw settings.refuse("Address '" + text + "' is no MAC address; give one such as 52:54:00:12:34:56");
        }
        return bare.replaceAll("(..)(?!$)", "$1:");
    }
}
