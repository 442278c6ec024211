package org.telvirt.cimxml.xml;

import java.util.Locale;

/** The words of the CIMError header and the HTTP status that each goes with (DSP0200 §6.3.5, Annex A). */
public enum CimError {
    /** The body is not XML. */
    REQUEST_NOT_WELL_FORMED(400),
    /** The body is XML but not what DSP0203 and the types in it allow. */
    REQUEST_NOT_VALID(400),
    /** Header fields and body say different things. */
    HEADER_MISMATCH(400),
    /** The CIMOperation header does not say MethodCall. */
    UNSUPPORTED_OPERATION(400),
    /** The MESSAGE's protocol version is not 1.x. */
    UNSUPPORTED_PROTOCOL_VERSION(501),
    /** The CIM version is not 2.x. */
    UNSUPPORTED_CIM_VERSION(501),
    /** The DTD version is not 2.x. */
    UNSUPPORTED_DTD_VERSION(501);

    private final int httpStatus;
    private final String word;

    CimError(int httpStatus) {
        this.httpStatus = httpStatus;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The word on the wire, such as {@code request-not-valid}. */
    public String word() {
        return word;
    }
}
