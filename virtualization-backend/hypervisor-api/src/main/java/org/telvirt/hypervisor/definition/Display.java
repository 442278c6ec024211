package org.telvirt.hypervisor.definition;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graphical console of a domain, by VNC. Without a password it can be reached from the host itself alone.
 *
 * @param listen the host's address that it listens on
 * @param port 5900 to 65535; null: the engine chooses one
 * @param password 1 to 8 characters, as VNC has it; null: none is asked for
 * @param chosen the port that the engine chose for the present run; null: it has not, or need not. Nobody can ask for it, so
 *     two displays are the same whatever it is
 */
public record Display(
        String listen,
        @Nullable Integer port,
        @Nullable String password,
        @Nullable Integer chosen) {
    private static final Set<String> OWN = Set.of("127.0.0.1", "::1", "localhost");

    /** On the host itself, without a password, on a port that the engine chooses. */
    public static final Display LOCAL = new Display("127.0.0.1", null, null);

    /** A display as it is asked for. */
    public Display(String listen, @Nullable Integer port, @Nullable String password) {
        this(listen, port, password, null);
    }

    /** The same display, served where the engine chose. */
    public Display servedAt(@Nullable Integer other) {
        return new Display(listen, port, password, other);
    }

    /** Where it is served while the domain runs; null: the engine has not said. */
    public @Nullable Integer servedPort() {
        return port == null ? chosen : port;
    }

    /** Whether others than the host itself can reach it. */
    public boolean isReachable() {
        return !OWN.contains(listen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Display that
                && listen.equals(that.listen)
                && Objects.equals(port, that.port)
                && Objects.equals(password, that.password);
    }

    @Override
    public int hashCode() {
        return Objects.hash(listen, port, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Display[" + listen + ":" + (port == null ? "any" : port) + (password == null ? "" : ", password") + "]";
    }
}
