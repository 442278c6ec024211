package org.telvirt.cim.operation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, from where, and until when an answer is of use. It is passed, never kept in a thread.
 *
 * @param user the authenticated user
 * @param remoteAddress where the call came from; empty: from inside the process
 * @param door the protocol, such as {@code cim-xml}
 * @param requestId names the call in logs and error reports
 * @param serverHost the host and port that the client used, which goes into full paths
 * @param languages what the client reads, best first
 * @param deadline null: none
 */
public record CallContext(
        String user,
        String remoteAddress,
        String door,
        String requestId,
        String serverHost,
        List<Locale> languages,
        @Nullable Instant deadline) {
    /** Copies the languages. */
    public CallContext {
        languages = List.copyOf(languages);
    }

    /** A call from inside the process. */
    public static CallContext internal(String user) {
        return new CallContext(user, "", "internal", "-", "localhost", List.of(), null);
    }
}
