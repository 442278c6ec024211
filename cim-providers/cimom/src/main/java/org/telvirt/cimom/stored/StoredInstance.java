package org.telvirt.cimom.stored;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;

/**
 * An instance that is kept.
 *
 * @param number its place among all instances of the namespace, which it keeps when it changes
 * @param path without a host, in canonical form
 * @param instance complete: every property of its class in its order, at that path
 */
public record StoredInstance(long number, CimInstancePath path, CimInstance instance) {}
