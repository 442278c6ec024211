package org.telvirt.cim;

/** The names of the standard qualifiers that the server itself acts on (DSP0004 §5.6). */
public final class QualifierNames {
    public static final CimName ABSTRACT = CimName.of("Abstract");
    public static final CimName ASSOCIATION = CimName.of("Association");
    public static final CimName EMBEDDED_INSTANCE = CimName.of("EmbeddedInstance");
    public static final CimName EMBEDDED_OBJECT = CimName.of("EmbeddedObject");
    public static final CimName IN = CimName.of("In");
    public static final CimName INDICATION = CimName.of("Indication");
    public static final CimName KEY = CimName.of("Key");
    public static final CimName OUT = CimName.of("Out");
    public static final CimName OVERRIDE = CimName.of("Override");
    public static final CimName REQUIRED = CimName.of("Required");
    public static final CimName STATIC = CimName.of("Static");
    public static final CimName TERMINAL = CimName.of("Terminal");
    public static final CimName VALUE_MAP = CimName.of("ValueMap");
    public static final CimName VALUES = CimName.of("Values");
    public static final CimName VERSION = CimName.of("Version");
    public static final CimName WRITE = CimName.of("Write");

    private QualifierNames() {}
}
