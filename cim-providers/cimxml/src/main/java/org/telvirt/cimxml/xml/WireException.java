package org.telvirt.cimxml.xml;

/** Not a valid CIM-XML message. The text says what is wrong and where, and may be shown to the sender. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1;

    private final CimError error;

    public WireException(CimError error, String message) {
        super(message);
        this.error = error;
    }

    public CimError error() {
        return error;
    }

    /** The text; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? error.word() : message;
    }
}
