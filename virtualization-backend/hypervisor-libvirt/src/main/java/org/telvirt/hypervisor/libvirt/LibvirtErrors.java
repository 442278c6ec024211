package org.telvirt.hypervisor.libvirt;

import java.util.List;
import java.util.Map;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

/** libvirt's errors ⇄ ours; the one place where they are translated. */
public final class LibvirtErrors {
    static final int NO_SUPPORT = 3;
    static final int INVALID_ARG = 8;
    static final int NO_DOMAIN = 42;
    static final int OPERATION_TIMEOUT = 68;

    /** libvirt's virErrorNumber; what is not here is INTERNAL. */
    private static final Map<Integer, Reason> REASONS = Map.ofEntries(
            Map.entry(2, Reason.INSUFFICIENT_RESOURCES), // NO_MEMORY
            Map.entry(NO_SUPPORT, Reason.UNSUPPORTED),
            Map.entry(4, Reason.UNAVAILABLE), // UNKNOWN_HOST
            Map.entry(5, Reason.UNAVAILABLE), // NO_CONNECT
            Map.entry(6, Reason.UNAVAILABLE), // INVALID_CONN
            Map.entry(7, Reason.NOT_FOUND), // INVALID_DOMAIN
            Map.entry(INVALID_ARG, Reason.INVALID_DEFINITION),
            Map.entry(16, Reason.INVALID_DEFINITION), // OS_TYPE
            Map.entry(27, Reason.INVALID_DEFINITION), // XML_ERROR
            Map.entry(28, Reason.ALREADY_EXISTS), // DOM_EXIST
            Map.entry(29, Reason.DENIED), // OPERATION_DENIED
            Map.entry(35, Reason.INVALID_DEFINITION), // XML_DETAIL
            Map.entry(39, Reason.UNAVAILABLE), // RPC
            Map.entry(NO_DOMAIN, Reason.NOT_FOUND),
            Map.entry(43, Reason.INVALID_DEFINITION), // NO_NETWORK, of a domain's port
            Map.entry(44, Reason.INVALID_DEFINITION), // INVALID_MAC
            Map.entry(45, Reason.DENIED), // AUTH_FAILED
            Map.entry(49, Reason.INVALID_DEFINITION), // NO_STORAGE_POOL, of a domain's disk
            Map.entry(50, Reason.INVALID_DEFINITION), // NO_STORAGE_VOL
            Map.entry(55, Reason.INVALID_STATE), // OPERATION_INVALID
            Map.entry(67, Reason.INVALID_DEFINITION), // CONFIG_UNSUPPORTED, by libvirt or by this host
            Map.entry(OPERATION_TIMEOUT, Reason.BUSY), // of the lock that another operation holds
            Map.entry(74, Reason.UNSUPPORTED), // ARGUMENT_UNSUPPORTED
            Map.entry(79, Reason.DENIED), // AUTH_CANCELLED
            Map.entry(84, Reason.UNSUPPORTED), // OPERATION_UNSUPPORTED
            Map.entry(86, Reason.TIMEOUT), // AGENT_UNRESPONSIVE
            Map.entry(87, Reason.BUSY), // RESOURCE_BUSY
            Map.entry(88, Reason.DENIED), // ACCESS_DENIED
            Map.entry(90, Reason.ALREADY_EXISTS), // STORAGE_VOL_EXIST
            Map.entry(91, Reason.UNSUPPORTED), // CPU_INCOMPATIBLE
            Map.entry(92, Reason.INVALID_DEFINITION), // XML_INVALID_SCHEMA
            Map.entry(94, Reason.DENIED), // AUTH_UNAVAILABLE
            Map.entry(103, Reason.NOT_FOUND), // NO_DOMAIN_CHECKPOINT
            Map.entry(104, Reason.INVALID_STATE), // NO_DOMAIN_BACKUP
            Map.entry(109, Reason.INVALID_STATE)); // CHECKPOINT_INCONSISTENT

    /** What the operating system says when the host runs out; libvirt passes it on under codes that mean nothing. */
    private static final List<String> EXHAUSTED =
            List.of("Cannot allocate memory", "No space left on device", "Resource temporarily unavailable");

    /** What libvirt says first and means nothing more than its code. */
    private static final List<String> PHRASES = List.of(
            "Requested operation is not valid: ",
            "internal error: ",
            "operation failed: ",
            "invalid argument: ",
            "unsupported configuration: ",
            "Operation not supported: ",
            "this function is not supported by the connection driver: ",
            "XML error: ",
            "Domain not found: ",
            "Timed out during operation: ");

    private static final String CERTIFICATES =
            "A URI names our certificates by '?pkipath=FOLDER': cacert.pem, which signed the server's certificate for the"
                    + " name in the URI, clientcert.pem and clientkey.pem";

    private LibvirtErrors() {}

    /**
     * The failure of the last call in this thread.
     *
     * @param attempt what failed, such as {@code Cannot start 'web'}
     */
    public static HypervisorException last(String attempt) {
        return translate(attempt, LibvirtLibrary.virGetLastErrorCode(), LibvirtLibrary.virGetLastErrorMessage());
    }

    /**
     * A failure of which there is a message alone, as of work that ended later.
     *
     * @param attempt what failed, such as {@code Cannot back up 'web'}
     */
    public static HypervisorException of(String attempt, String message) {
        return translate(attempt, 0, message);
    }

    /** The same with what can be done about it. */
    public static HypervisorException last(String attempt, String cure) {
        HypervisorException failure = last(attempt);
        return new HypervisorException(failure.reason(), failure.getMessage() + "; " + cure, failure);
    }

    /** The code of the failure of the last call in this thread. */
    public static int code() {
        return LibvirtLibrary.virGetLastErrorCode();
    }

    /** The failure of the last call in this thread, which was to connect. */
    static HypervisorException unreachable(String uri) {
        return unreachable(uri, last("Cannot connect to libvirt at '" + uri + "'"));
    }

    /** With what can be done about it. */
    static HypervisorException unreachable(String uri, HypervisorException reason) {
        String cause = reason.getMessage();
        String transport = uri.substring(0, Math.max(0, uri.indexOf(':')));
        if (reason.reason() == Reason.DENIED) {
            return reason;
        } else if (cause.contains("certificate") || cause.contains("Certificate")) {
            return new HypervisorException(Reason.DENIED, cause + ". " + CERTIFICATES);
        } else if (transport.endsWith("+tls")) {
            return new HypervisorException(
                    Reason.UNAVAILABLE,
                    cause + ". Does libvirtd run there with --listen and listen_tls = 1, and know the authority of our"
                            + " clientcert.pem? " + CERTIFICATES);
        } else if (transport.endsWith("+tcp")) {
            return new HypervisorException(
                    Reason.UNAVAILABLE, cause + ". Does libvirtd run there with --listen and listen_tcp = 1?");
        } else if (transport.endsWith("+ssh")) {
            return new HypervisorException(
                    Reason.UNAVAILABLE, cause + ". Does 'ssh' get there without a question, and does libvirtd run?");
        }
        return new HypervisorException(
                Reason.UNAVAILABLE, cause + ". Does libvirtd run? './telvirt setup-host' starts it");
    }

    static HypervisorException translate(String attempt, int code, String message) {
        return new HypervisorException(reason(code, message), attempt + ": " + bare(message));
    }

    private static Reason reason(int code, String message) {
        Reason reason = REASONS.getOrDefault(code, Reason.INTERNAL);
        boolean isExhausted = reason == Reason.INTERNAL && EXHAUSTED.stream().anyMatch(message::contains);
        return isExhausted ? Reason.INSUFFICIENT_RESOURCES : reason;
    }

    private static String bare(String message) {
        for (String phrase : PHRASES) {
            if (message.startsWith(phrase)) {
                return message.substring(phrase.length());
            }
        }
        return message;
    }
}
