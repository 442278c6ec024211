package org.telvirt.server.porch;

import java.io.IOException;
import java.net.BindException;
import org.eclipse.jetty.server.ServerConnector;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Takes a port, and says who has it if that fails. */
final class Binding {
    private Binding() {}

    /**
     * @param option what sets the port
     * @throws StartException IN_USE: it is taken; SETTINGS: it cannot be had at all
     */
    static void open(ServerConnector connector, String option) throws StartException {
        try {
            connector.open();
        } catch (IOException e) {
            throw failure(connector, option, e);
        }
    }

    private static StartException failure(ServerConnector connector, String option, IOException e) {
        Throwable cause = e.getCause() instanceof BindException bind ? bind : e;
        String reason = String.valueOf(cause.getMessage());
        String where = "Cannot listen on " + join(connector.getHost(), connector.getPort()) + ": ";
        if (reason.contains("in use")) {
            String owner = PortOwner.of(connector.getPort())
                    .map(process -> process + " listens there")
                    .orElse("another process listens there");
            String cure = ". Stop it, or choose another port with " + option + " PORT (0: any free one)";
            return new StartException(ExitCode.IN_USE, where + owner + cure, e);
        }
        if (reason.contains("Permission denied")) {
            String cure = "ports below 1024 need privileges; choose another with " + option + " PORT";
            return new StartException(ExitCode.SETTINGS, where + cure, e);
        }
        String cure = reason + ". Give an address of this machine with --bind ADDRESS";
        return new StartException(ExitCode.SETTINGS, where + cure, e);
    }

    /** Host and port of a connector that is open. */
    static String address(ServerConnector connector) {
        return join(connector.getHost(), connector.getLocalPort());
    }

    private static String join(String host, int port) {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }
}
