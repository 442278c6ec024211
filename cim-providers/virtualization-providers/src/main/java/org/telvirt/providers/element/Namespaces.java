package org.telvirt.providers.element;

import org.telvirt.cim.CimNamespace;

/** The namespaces that these providers answer in. */
public final class Namespaces {
    /** The virtual systems and all that belongs to them. */
    public static final CimNamespace VIRT = CimNamespace.of("root/virt");

    /** The registered profiles (DSP1033). */
    public static final CimNamespace INTEROP = CimNamespace.of("root/interop");

    private Namespaces() {}
}
