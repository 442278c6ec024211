package org.telvirt.server.tls;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.FileVersion;
import org.telvirt.server.state.StateFolder;

/**
 * Notices when the files of an identity change. Files that cannot be used, such as a new certificate whose key is not
 * there yet, change nothing. Safe for use by many threads.
 */
public final class TlsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TlsWatch.class);

    private final StateFolder state;
    private final Optional<Path> clientCa;
    private final Clock clock;
    private List<FileVersion> seen;

    /** Looks at the files as they are now; to be called before the identity is read. */
    public TlsWatch(StateFolder state, Optional<Path> clientCa, Clock clock) {
        this.state = state;
        this.clientCa = clientCa;
        this.clock = clock;
        this.seen = versions();
    }

    private List<FileVersion> versions() {
        return Stream.concat(
                        Stream.of(
                                TlsIdentity.certificateFile(state).path(),
                                TlsIdentity.keyFile(state).path()),
                        clientCa.stream())
                .map(FileVersion::of)
                .toList();
    }

    /** The identity, if the files have changed since the last look and can be used. */
    public synchronized Optional<TlsIdentity> changed() {
        List<FileVersion> now = versions();
        if (now.equals(seen)) {
            return Optional.empty();
        }
        seen = now;
        try {
            TlsIdentity identity = TlsIdentity.read(state, clientCa, clock);
            LOG.info("New connections get the TLS certificate that {} holds now", identity.certificateFile());
            return Optional.of(identity);
        } catch (StartException e) {
            LOG.error("The TLS certificate stays as it was: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
