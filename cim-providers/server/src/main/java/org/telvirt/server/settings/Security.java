package org.telvirt.server.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.telvirt.server.exit.StartException;

/**
 * Who may use the server, and how they show who they are.
 *
 * @param authentication who knows the passwords
 * @param users the file of users and hashes
 * @param adminPasswordFile empty: the password is what it was, or generated
 * @param pamService the service of PAM
 * @param clientCertificates what is asked of clients over HTTPS
 * @param clientCa who may vouch for clients; present if certificates are asked for
 * @param certificateUser how a certificate's subject becomes a user's name
 * @param metricsReaders who may read the metrics
 */
public record Security(
        Authentication authentication,
        Path users,
        Optional<Path> adminPasswordFile,
        String pamService,
        ClientCertificates clientCertificates,
        Optional<Path> clientCa,
        String certificateUser,
        MetricsReaders metricsReaders) {
    /** Who knows the passwords. */
    public enum Authentication {
        /** The file of users. */
        FILE,
        /** The pluggable authentication modules of the system. */
        PAM
    }

    /** What is asked of clients over HTTPS. */
    public enum ClientCertificates {
        /** Nothing. */
        NONE,
        /** A certificate, if they have one. */
        WANTED,
        /** A certificate. */
        REQUIRED
    }

    /** Who may read the metrics. */
    public enum MetricsReaders {
        /** Whoever has a user and a password. */
        USERS,
        /** They, and every process on this machine. */
        LOCAL,
        /** Everybody. */
        ALL
    }

    static Security of(Values values, Path state) throws StartException {
        return new Security(
                values.choice(Setting.AUTHENTICATION, Authentication.class),
                values.path(Setting.USERS).orElse(state.resolve("users")),
                values.path(Setting.ADMIN_PASSWORD_FILE),
                values.text(Setting.PAM_SERVICE),
                values.choice(Setting.CLIENT_CERTIFICATES, ClientCertificates.class),
                values.path(Setting.CLIENT_CA),
                values.certificateRule(Setting.CLIENT_CERTIFICATE_USER),
                values.choice(Setting.METRICS_READERS, MetricsReaders.class));
    }
}
