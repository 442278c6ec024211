package org.telvirt.cim;

import org.jspecify.annotations.Nullable;

/** The status codes of CIM operations (DSP0200 §5.4.1, Table 2). */
public enum CimStatus {
    /** Any failure that no other code fits; never in place of one that does. */
    FAILED(1),
    /** The caller may not do this. */
    ACCESS_DENIED(2),
    /** The namespace does not exist. */
    INVALID_NAMESPACE(3),
    /** A parameter is missing, doubled, unknown or has a bad value. */
    INVALID_PARAMETER(4),
    /** The class of the operation does not exist. Not for classes inside parameters of associations: those are 4. */
    INVALID_CLASS(5),
    /** The instance, class or qualifier asked for does not exist. */
    NOT_FOUND(6),
    /** The server, or the class as a whole, does not offer the operation. */
    NOT_SUPPORTED(7),
    /** The class has subclasses. */
    CLASS_HAS_CHILDREN(8),
    /** The class has instances. */
    CLASS_HAS_INSTANCES(9),
    /** The superclass does not exist or may not be this one. */
    INVALID_SUPERCLASS(10),
    /** There is one already. */
    ALREADY_EXISTS(11),
    /** The class has no such property. */
    NO_SUCH_PROPERTY(12),
    /** The value has another type than the property. */
    TYPE_MISMATCH(13),
    /** The query language is unknown. */
    QUERY_LANGUAGE_NOT_SUPPORTED(14),
    /** The query is not well formed. */
    INVALID_QUERY(15),
    /** The method is declared but cannot be invoked here. */
    METHOD_NOT_AVAILABLE(16),
    /** The class declares no such method. */
    METHOD_NOT_FOUND(17),
    /** The namespace is not empty. */
    NAMESPACE_NOT_EMPTY(20),
    /** The enumeration context is unknown, closed, expired or of another kind. */
    INVALID_ENUMERATION_CONTEXT(21),
    /** The operation timeout is not allowed. */
    INVALID_OPERATION_TIMEOUT(22),
    /** The pull was ended by a close. */
    PULL_HAS_BEEN_ABANDONED(23),
    /** The close came while a pull that cannot be ended was running. */
    PULL_CANNOT_BE_ABANDONED(24),
    /** Filters are not offered. */
    FILTERED_ENUMERATION_NOT_SUPPORTED(25),
    /** Going on after an error is not offered. */
    CONTINUATION_ON_ERROR_NOT_SUPPORTED(26),
    /** A limit of the server is reached; not for bad input. */
    SERVER_LIMITS_EXCEEDED(27),
    /** The server is stopping. */
    SERVER_IS_SHUTTING_DOWN(28),
    /** The query uses a feature that is not offered. */
    QUERY_FEATURE_NOT_SUPPORTED(29);

    private final int code;

    CimStatus(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** The status with this number; null: there is none. */
    public static @Nullable CimStatus of(int code) {
        for (CimStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return null;
    }
}
