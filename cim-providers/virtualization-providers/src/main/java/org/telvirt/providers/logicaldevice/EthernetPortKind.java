package org.telvirt.providers.logicaldevice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.providers.device.NetworkPortMapper;

/** Network ports, each a CIM_EthernetPort (DSP1050). */
final class EthernetPortKind implements DeviceKind {
    private static final CimName CLASS = CimName.of("Telvirt_EthernetPort");
    private static final CimName SETTINGS = CimName.of("Telvirt_EthernetPortAllocationSettingData");
    private static final NetworkPortMapper MAPPER = new NetworkPortMapper();
    private static final String PREFIX = "network/";

    private static final int ETHERNET = 2;
    private static final int OTHER = 1;

    @Override
    public CimName className() {
        return CLASS;
    }

    @Override
    public String caption() {
        return "Network port";
    }

    @Override
    public List<String> names(DomainDefinition definition) {
        List<NetworkPort> ports = definition.networkPorts();
        List<String> names = new ArrayList<>(ports.size());
        for (int i = 0; i < ports.size(); i++) {
            names.add(PREFIX + MAPPER.name(ports.get(i), i));
        }
        return names;
    }

    @Override
    public CimName settingsClass() {
        return SETTINGS;
    }

    private NetworkPort find(DomainDefinition definition, String device) {
        return definition.networkPorts().get(names(definition).indexOf(device));
    }

    @Override
    public boolean isOffline(DomainDefinition definition, String device) {
        return !find(definition, device).linkUp();
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        String model = find(definition, device).model();
        String address = address(definition, device);
        instance.with(DeviceNames.LINK_TECHNOLOGY, CimValues.uint16(ETHERNET))
                .with(DeviceNames.FULL_DUPLEX, CimValues.bool(true))
                .with(DeviceNames.PORT_TYPE, CimValues.uint16(OTHER))
                .with(DeviceNames.OTHER_PORT_TYPE, model == null ? "Virtual" : model)
                .with(DeviceNames.PERMANENT_ADDRESS, address)
                .with(DeviceNames.NETWORK_ADDRESSES, address == null ? null : CimValues.texts(address));
    }

    /** The address of a port in twelve digits, as CIM writes it; null: the engine has not said. */
    @Nullable
    String address(DomainDefinition definition, String device) {
        String address = find(definition, device).address();
        return address == null ? null : address.replace(":", "").toUpperCase(Locale.ROOT);
    }
}
