package org.telvirt.cim;

/** One key of an instance path: a name and a value, which is never NULL, an array or an embedded object. */
public record CimKey(CimName name, CimValue value) {
    /**
     * The name of the only key of a path whose sender left the name out, as CIM-XML allows. Only the object manager,
     * which knows the class, puts the real name in its place.
     */
    public static final CimName UNNAMED = CimName.of("__UnnamedKey");
}
