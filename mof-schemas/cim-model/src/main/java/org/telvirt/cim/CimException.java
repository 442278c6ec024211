package org.telvirt.cim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CIM operation failed, in CIM's words. The message names the thing, the cause and, where there is one, the cure. */
public final class CimException extends Exception {
    private static final long serialVersionUID = 1;

    private final CimStatus status;
    private final transient List<CimInstance> errors;

    public CimException(CimStatus status, String message) {
        this(status, message, List.of(), null);
    }

    /**
     * @param errors instances of CIM_Error that say more
     * @param cause what went wrong below; null: nothing
     */
    public CimException(CimStatus status, String message, List<CimInstance> errors, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    public CimStatus status() {
        return status;
    }

    /** Instances of CIM_Error that say more; often empty. */
    public List<CimInstance> errors() {
        return errors;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? status.name() : message;
    }

    public static CimException failed(String message) {
        return new CimException(CimStatus.FAILED, message);
    }

    public static CimException invalidParameter(String message) {
        return new CimException(CimStatus.INVALID_PARAMETER, message);
    }

    public static CimException notFound(CimObjectPath path) {
        return new CimException(CimStatus.NOT_FOUND, "No such instance: " + path);
    }

    public static CimException notSupported(String message) {
        return new CimException(CimStatus.NOT_SUPPORTED, message);
    }
}
