package org.telvirt.cimom.enumeration;

import org.telvirt.cim.CimNamespace;

/**
 * What it takes to go on with an enumeration.
 *
 * @param namespace where it was opened, by its own name
 * @param user who opened it
 * @param context what the last answer said
 */
public record EnumerationKey(CimNamespace namespace, String user, String context) {}
