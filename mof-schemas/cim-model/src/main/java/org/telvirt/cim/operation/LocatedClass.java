package org.telvirt.cim.operation;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;

/** A class and where it is. */
public record LocatedClass(CimClassPath path, CimClass definition) {}
