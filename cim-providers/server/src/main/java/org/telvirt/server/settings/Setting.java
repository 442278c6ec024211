package org.telvirt.server.settings;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting: its name, what its value looks like, its default and its meaning. */
public enum Setting {
    HTTP_PORT(Group.SERVER, "PORT", "5988", "port of CIM-XML over HTTP; 0: any free port; none: no HTTP"),
    HTTPS_PORT(Group.SERVER, "PORT", "5989", "port of CIM-XML over HTTPS; 0: any free port; none: no HTTPS"),
    BIND(Group.SERVER, "ADDRESS", "127.0.0.1", "address to listen on; 0.0.0.0: all of this machine"),
    SLP_PORT(
            Group.SERVER,
            "PORT",
            "none",
            "port of SLP on which the server makes itself known: 427 is the usual one and takes a privilege"),
    STATE(
            Group.SERVER,
            "DIR",
            "",
            "folder for what must survive: users, certificate (default: $XDG_STATE_HOME/telvirt)"),
    HYPERVISOR(Group.SERVER, "URI", "simulated:///default", "the hypervisor: simulated:///default or any libvirt URI"),
    LOG_LEVEL(Group.SERVER, "LEVEL", "warn", "least urgent log lines to print: error, warn, info, debug, trace"),
    LOG_FORMAT(Group.SERVER, "FORMAT", "text", "how log lines look: text, or json, one object a line"),
    STOP_TIMEOUT(Group.SERVER, "TIME", "10s", "time for running requests to end when the server stops"),

    ADMIN_PASSWORD_FILE(Group.SECURITY, "FILE", "", "file whose first line is the password of 'admin' from now on"),
    AUTHENTICATION(Group.SECURITY, "WAY", "file", "who knows passwords: file, as of htpasswd -B; pam, as the system"),
    USERS(
            Group.SECURITY,
            "FILE",
            "",
            "users and bcrypt hashes; read anew when it changes (default: users in the state folder)"),
    PAM_SERVICE(Group.SECURITY, "NAME", "telvirt", "service of PAM, that is a file in /etc/pam.d"),
    CLIENT_CERTIFICATES(
            Group.SECURITY,
            "WISH",
            "none",
            "certificates of clients over HTTPS: none, wanted, or required from everybody"),
    CLIENT_CA(Group.SECURITY, "FILE", "", "PEM certificates of those who may vouch for clients"),
    CLIENT_CERTIFICATE_USER(
            Group.SECURITY,
            "RULE",
            "CN",
            "user of a certificate: CN, UID, EMAIL, DN, or a pattern of the DN with a group such as CN=([a-z]+),.*"),
    ALLOW_PLAIN_HTTP(
            Group.SECURITY, "YES-OR-NO", "no", "whether HTTP without TLS may leave this machine, passwords and all"),
    METRICS_READERS(
            Group.SECURITY,
            "WHO",
            "local",
            "who may read /metrics: users with a password; local, users and this machine; all"),

    MAX_REQUEST_SIZE(Group.LIMITS, "SIZE", "16M", "largest body of a request, in bytes; K, M and G multiply by 1024"),
    MAX_HEADER_SIZE(Group.LIMITS, "SIZE", "16K", "largest header of a request, in bytes"),
    MAX_DEPTH(Group.LIMITS, "NUMBER", "128", "XML elements inside each other in a request"),
    MAX_ATTRIBUTES(Group.LIMITS, "NUMBER", "32", "attributes of one XML element in a request"),
    MAX_ELEMENTS(Group.LIMITS, "NUMBER", "2000000", "XML elements in a request"),
    MAX_CONNECTIONS(Group.LIMITS, "NUMBER", "1000", "connections at once; more wait until one ends"),
    MAX_CONNECTIONS_PER_ADDRESS(
            Group.LIMITS, "NUMBER", "250", "connections at once from one address; more are closed at once"),
    MAX_REQUESTS(Group.LIMITS, "NUMBER", "40", "requests worked on at once; more wait"),
    MAX_WAITING_REQUESTS(Group.LIMITS, "NUMBER", "400", "requests that wait at once; more get status 503"),
    MAX_ENUMERATIONS(Group.LIMITS, "NUMBER", "500", "pulled enumerations that are open at once"),
    MAX_ENUMERATIONS_PER_USER(Group.LIMITS, "NUMBER", "200", "pulled enumerations that one user has open at once"),
    MAX_PULLED_OBJECTS(Group.LIMITS, "NUMBER", "10000", "objects in one answer of a pulled enumeration"),
    MAX_ENUMERATION_TIMEOUT(Group.LIMITS, "TIME", "10m", "longest time between two pulls that a client may ask for"),
    REQUEST_TIMEOUT(
            Group.LIMITS,
            "TIME",
            "20s",
            "time for a client to send a request's header and the first 64 KiB of its body"),
    IDLE_TIMEOUT(Group.LIMITS, "TIME", "60s", "time without a byte after which a connection is closed"),
    MIN_TRANSFER_RATE(Group.LIMITS, "SIZE", "1K", "bytes per second that a client must send or take after that time");

    /** Under which heading the help lists a setting. */
    public enum Group {
        /** What and where. */
        SERVER("Settings"),
        /** Who may. */
        SECURITY("Security"),
        /** What clients may cost, which few will ever change. */
        LIMITS("Limits");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        /** The heading. */
        public String heading() {
            return heading;
        }
    }

    /** What the name of every variable begins with. */
    static final String VARIABLE_PREFIX = "TELVIRT_";

    private final Group group;
    private final String valueLabel;
    private final String fallback;
    private final String meaning;

    Setting(Group group, String valueLabel, String fallback, String meaning) {
        this.group = group;
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

    /** Its heading in the help. */
    public Group group() {
        return group;
    }

    /** Whether its name alone, on the command line, means yes. */
    public boolean isSwitch() {
        return valueLabel.equals("YES-OR-NO");
    }

    /** The setting with that key; null: there is none. */
    static @Nullable Setting ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
