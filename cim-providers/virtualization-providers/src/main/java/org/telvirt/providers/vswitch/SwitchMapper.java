package org.telvirt.providers.vswitch;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.Network;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemNames;
import org.telvirt.providers.pool.PoolPath;
import org.telvirt.providers.vswitch.SwitchPath.Plug;

/** Networks as switches (DSP1097). Their state is the engine's to change. */
final class SwitchMapper {
    static final int SWITCH = 38;
    private static final int ETHERNET = 2;
    private static final int ETHERNET_CSMA_CD = 6;
    private static final int VEB = 2;
    private static final CimValue NO_CHANGE = CimValues.uint16(12);

    private SwitchMapper() {}

    static CimInstance toInstance(Network network) {
        CimInstancePath path = SwitchPath.of(network.name());
        CimInstance.Builder instance = CimInstance.of(SwitchNames.TELVIRT_SWITCH)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, network.name())
                .with(ElementNames.CAPTION, "Virtual Ethernet switch")
                .with(ElementNames.DESCRIPTION, description(network))
                .with(SystemNames.NAME_FORMAT, "Other")
                .with(SystemNames.DEDICATED, CimValues.uint16s(SWITCH));
        return state(instance, network.active()).at(path);
    }

    private static String description(Network network) {
        return network.bridge() == null ? network.outside() : network.outside() + ", bridge " + network.bridge();
    }

    private static CimInstance.Builder state(CimInstance.Builder instance, boolean active) {
        return instance.with(ElementNames.ENABLED_STATE, CimValues.uint16(active ? 2 : 3))
                .with(ElementNames.REQUESTED_STATE, NO_CHANGE)
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(5))
                .with(ElementNames.TRANSITIONING_TO_STATE, NO_CHANGE)
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(active ? 2 : 10))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(1));
    }

    static CimInstance settings(Network network) {
        CimInstancePath path = SwitchPath.settings(network.name());
        return CimInstance.of(SwitchNames.TELVIRT_SETTINGS)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, network.name())
                .with(ElementNames.CAPTION, "State of a virtual Ethernet switch")
                .with(SwitchNames.CHANGEABLE_TYPE, CimValues.uint16(3))
                .with(SwitchNames.VIRTUAL_SYSTEM_IDENTIFIER, network.name())
                .with(SwitchNames.VIRTUAL_SYSTEM_TYPE, "DMTF:Virtual Ethernet Switch")
                .with(SwitchNames.EVB_MODE, CimValues.uint16(VEB))
                .with(
                        SwitchNames.ASSOCIATED_RESOURCE_POOL,
                        CimValues.texts(
                                PoolPath.of(PoolId.network(network.name())).toString()))
                .at(path);
    }

    static CimInstance port(Plug plug, boolean active) {
        CimInstancePath path = SwitchPath.port(plug);
        CimInstance.Builder instance = CimInstance.of(SwitchNames.TELVIRT_PORT)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, plug.device())
                .with(ElementNames.CAPTION, "Port of a virtual Ethernet switch")
                .with(ElementNames.DESCRIPTION, plug.device() + " of " + plug.system() + " is plugged into it")
                .with(SwitchNames.LINK_TECHNOLOGY, CimValues.uint16(ETHERNET));
        return state(instance, active).at(path);
    }

    static CimInstance endpoint(Plug plug, boolean active) {
        CimInstancePath path = SwitchPath.endpoint(plug);
        CimInstance.Builder instance = CimInstance.of(SwitchNames.TELVIRT_ENDPOINT)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, plug.device())
                .with(ElementNames.CAPTION, "LAN endpoint of a switch port")
                .with(ElementNames.DESCRIPTION, "Of switch " + plug.network() + ", for system " + plug.system())
                .with(SwitchNames.PROTOCOL_IF_TYPE, CimValues.uint16(ETHERNET_CSMA_CD));
        return state(instance, active).at(path);
    }
}
