package org.telvirt.cim;

/** What can be embedded in a string property or parameter: an instance or a class. */
public sealed interface CimObject permits CimInstance, CimClass {}
