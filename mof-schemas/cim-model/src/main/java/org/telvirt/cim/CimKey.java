package org.telvirt.cim;

/** One key of an instance path: a name and a value, which is never NULL, an array or an embedded object. */
public record CimKey(CimName name, CimValue value) {}
