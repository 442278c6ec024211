package org.telvirt.server.settings;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting: its name, what its value looks like, its default and its meaning. */
public enum Setting {
    HTTP_PORT("PORT", "5988", "port of CIM-XML over HTTP; 0: any free port; none: no HTTP"),
    HTTPS_PORT("PORT", "5989", "port of CIM-XML over HTTPS; 0: any free port; none: no HTTPS"),
    BIND("ADDRESS", "127.0.0.1", "address to listen on; 0.0.0.0: all of this machine"),
    STATE("DIR", "", "folder for what must survive: users, certificate (default: $XDG_STATE_HOME/telvirt)"),
    HYPERVISOR("URI", "simulated:///default", "the hypervisor: simulated:///default or any libvirt URI"),
    ADMIN_PASSWORD_FILE("FILE", "", "file whose first line is the password of 'admin' from now on"),
    LOG_LEVEL("LEVEL", "warn", "least urgent log lines to print: error, warn, info, debug, trace"),

    MAX_REQUEST_SIZE("SIZE", "16M", "largest body of a request, in bytes; K, M and G multiply by 1024"),
    MAX_HEADER_SIZE("SIZE", "16K", "largest header of a request, in bytes"),
    MAX_CONNECTIONS("NUMBER", "1000", "connections at once; more wait until one ends"),
    MAX_REQUESTS("NUMBER", "40", "requests worked on at once; more wait"),
    MAX_WAITING_REQUESTS("NUMBER", "400", "requests that wait at once; more get status 503"),
    REQUEST_TIMEOUT("TIME", "20s", "time for a client to send a request's header and the first 64 KiB of its body"),
    IDLE_TIMEOUT("TIME", "60s", "time without a byte after which a connection is closed"),
    MIN_TRANSFER_RATE("SIZE", "1K", "bytes per second that a client must send or take after that time"),
    STOP_TIMEOUT("TIME", "10s", "time for running requests to end when the server stops");

    /** What the name of every variable begins with. */
    static final String VARIABLE_PREFIX = "TELVIRT_";

    private final String valueLabel;
    private final String fallback;
    private final String meaning;

    Setting(String valueLabel, String fallback, String meaning) {
        this.valueLabel = valueLabel;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** The name in a settings file; with two dashes before it, the option. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name on the command line. */
    public String option() {
        return "--" + key();
    }

    /** The name in the environment. */
    public String variable() {
        return VARIABLE_PREFIX + name();
    }

    /** What stands for the value in the help. */
    public String valueLabel() {
        return valueLabel;
    }

    /** The default, as it would be written; empty: none. */
    public String fallback() {
        return fallback;
    }

    /** One line for the help. */
    public String meaning() {
        return meaning;
    }

    /** Whether this is a bound on what clients may cost, which few will ever change. */
    public boolean isLimit() {
        return compareTo(MAX_REQUEST_SIZE) >= 0;
    }

    /** The setting with that key; null: there is none. */
    static @Nullable Setting ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
