package org.telvirt.server.access;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jvnet.libpam.PAM;
import org.jvnet.libpam.PAMException;
import org.jvnet.libpam.UnixUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/**
 * The users of the system, whose passwords the pluggable authentication modules know. The native library is loaded when
 * this class is first used, so a server without PAM never has it in its process. Safe for use by many threads.
 */
public final class PamAccounts implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(PamAccounts.class);
    /** How long a password that was right is not checked again: PAM does not tell when one is changed. */
    private static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String service;
    private final LongSupplier nanoTime;

    private PamAccounts(String service, LongSupplier nanoTime) {
        this.service = service;
        this.nanoTime = nanoTime;
    }

    /**
     * The users whom a service of PAM lets in.
     *
     * @param service a file in /etc/pam.d
     * @throws StartException SETTINGS: there is no PAM here, or it cannot be loaded
     */
    public static PamAccounts open(String service, LongSupplier nanoTime) throws StartException {
        // else JNA would hand over texts in the encoding of the locale, and lose letters under the locale of C
        System.setProperty("jna.encoding", "UTF-8");
        try {
            new PAM(service).dispose();
            return new PamAccounts(service, nanoTime);
        } catch (PAMException | LinkageError e) {
            throw new StartException(
                    ExitCode.SETTINGS,
                    "Cannot ask PAM (" + firstLine(e) + "); install libpam0g, or use --authentication file",
                    e);
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public boolean contains(String user) {
        return UnixUser.exists(user);
    }

    @Override
    public boolean matches(Credentials credentials) {
        // C takes the texts for ended at their first NUL
        if (credentials.user().indexOf(0) >= 0 || credentials.password().indexOf(0) >= 0) {
            return false;
        }
        try {
            PAM pam = new PAM(service);
            try {
                pam.authenticate(credentials.user(), credentials.password());
                return true;
            } finally {
                pam.dispose();
            }
        } catch (PAMException e) {
            LOG.debug("PAM refuses {}: {}", credentials, e.getMessage());
            return false;
        }
    }

    @Override
    public String stamp(String user) {
        return Long.toString(nanoTime.getAsLong() / TRUST_NANOS);
    }
}
