package org.telvirt.providers.device;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.Connection;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.providers.pool.PoolPath;
import org.telvirt.providers.settings.SettingsReader;

/**
 * What a network port is plugged into, as Connection writes it: {@code network:NAME}, {@code bridge:NAME} or
 * {@code user:}; a name alone is that of a network.
 */
final class ConnectionMapper {
    private static final String NETWORK = "network:";
    private static final String BRIDGE = "bridge:";
    private static final String USER = "user:";
    private static final String OTHER = "other:";

    /** What engines come with. */
    private static final Connection DEFAULT = new VirtualNetwork("default");

    private ConnectionMapper() {}

    static String text(Connection connection) {
        if (connection instanceof VirtualNetwork) {
            return NETWORK + connection.name();
        } else if (connection instanceof Bridge) {
            return BRIDGE + connection.name();
        } else if (connection instanceof UserNetwork) {
            return USER;
        }
        return OTHER + connection.name();
    }

    /** A pool of network ports that stands for a network says which one it is. */
    private static Connection fromPool(SettingsReader settings) {
        String text = settings.text(ResourceNames.POOL_ID);
        PoolId pool = text == null ? null : PoolPath.named(text);
        String network = pool == null ? null : pool.networkName();
        return network == null ? DEFAULT : new VirtualNetwork(network);
    }

    /**
     * The connection that the settings ask for.
     *
     * @param present null: of a new port, which by default is plugged into the network {@code default}
     */
    static Connection apply(@Nullable Connection present, SettingsReader settings) throws CimException {
        String text = settings.onlyText(ResourceNames.CONNECTION);
        if (text == null) {
            return present == null ? fromPool(settings) : present;
        } else if (present != null && text.equals(text(present))) {
            return present;
        } else if (text.startsWith(OTHER)) {
            throw settings.refuse("Connection '" + text + "' is of a kind that cannot be made here; give network:NAME,"
                    + " bridge:NAME or user:");
        } else if (text.equals(USER)) {
            return new UserNetwork();
        } else if (text.startsWith(BRIDGE)) {
            return new Bridge(text.substring(BRIDGE.length()));
        }
        return new VirtualNetwork(text.startsWith(NETWORK) ? text.substring(NETWORK.length()) : text);
    }
}
