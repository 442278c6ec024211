package org.telvirt.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Security.ClientCertificates;

/** Settings that are right each by itself, and do not fit together. */
final class Conflicts {
    private Conflicts() {}

    /**
     * Looks for them.
     *
     * @param plainHttpAllowed whether passwords may leave this machine unencrypted
     * @throws StartException SETTINGS: there is one
     */
    static void refuse(Settings settings, boolean plainHttpAllowed) throws StartException {
        refuseIf(
                settings.httpPort().isEmpty() && settings.httpsPort().isEmpty(),
                "HTTP and HTTPS are both switched off, so nobody could reach the server; give one of "
                        + Setting.HTTP_PORT.option() + " and " + Setting.HTTPS_PORT.option() + " a port");
        refuseIf(
                settings.httpPort().isPresent() && !plainHttpAllowed && !isLoopback(settings.bind()),
                "HTTP without TLS on " + settings.bind() + " would show passwords to the network; switch it off with "
                        + Setting.HTTP_PORT.option() + " none, or say " + Setting.ALLOW_PLAIN_HTTP.option());
        Security security = settings.security();
        boolean asked = security.clientCertificates() != ClientCertificates.NONE;
        refuseIf(
                asked && security.clientCa().isEmpty(),
                Setting.CLIENT_CERTIFICATES.option() + " needs to know who may vouch for clients; give their "
                        + "certificates with " + Setting.CLIENT_CA.option() + " FILE");
        refuseIf(
                !asked && security.clientCa().isPresent(),
                Setting.CLIENT_CA.option() + " is of no use while clients are asked for no certificates; say "
                        + Setting.CLIENT_CERTIFICATES.option() + " wanted or required");
        refuseIf(
                asked && settings.httpsPort().isEmpty(),
                "Clients show certificates over HTTPS only, and that is switched off; give "
                        + Setting.HTTPS_PORT.option() + " a port");
        refuseIf(
                security.clientCertificates() == ClientCertificates.REQUIRED
                        && settings.httpPort().isPresent(),
                "Over HTTP without TLS nobody can show the certificate that is required; switch it off with "
                        + Setting.HTTP_PORT.option() + " none");
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true; // no address of this machine, as whoever binds to it will say
        }
    }

    private static void refuseIf(boolean conflict, String message) throws StartException {
        if (conflict) {
            throw new StartException(ExitCode.SETTINGS, message);
        }
    }
}
