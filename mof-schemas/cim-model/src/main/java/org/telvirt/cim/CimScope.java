package org.telvirt.cim;

/** What a qualifier may be put on (DSP0004 §5.6.1). */
public enum CimScope {
    CLASS,
    ASSOCIATION,
    INDICATION,
    PROPERTY,
    REFERENCE,
    METHOD,
    PARAMETER
}
