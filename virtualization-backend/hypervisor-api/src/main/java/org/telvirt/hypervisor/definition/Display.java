package org.telvirt.hypervisor.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graphical console of a domain, by VNC. Without a password it can be reached from the host itself alone.
 *
 * @param listen the host's address that it listens on
 * @param port 5900 to 65535; null: the engine chooses one
 * @param password 1 to 8 characters, as VNC has it; null: none is asked for
 */
public record Display(
        String listen, @Nullable Integer port, @Nullable String password) {
    private static final Set<String> OWN = Set.of("127.0.0.1", "::1", "localhost");

    /** On the host itself, without a password, on a port that the engine chooses. */
    public static final Display LOCAL = new Display("127.0.0.1", null, null);

    /** Whether others than the host itself can reach it. */
    public boolean isReachable() {
        return !OWN.contains(listen);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Display[" + listen + ":" + (port == null ? "any" : port) + (password == null ? "" : ", password") + "]";
    }
}
