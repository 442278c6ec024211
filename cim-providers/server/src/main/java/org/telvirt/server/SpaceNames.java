package org.telvirt.server;

import org.telvirt.cim.CimNamespace;

/** The namespaces of this server. */
final class SpaceNames {
    /** The implementation namespace. */
    static final CimNamespace VIRT = CimNamespace.of("root/virt");

    /** The interop namespace. */
    static final CimNamespace INTEROP = CimNamespace.of("root/interop");

    /** Other names under which clients look for the interop namespace. */
    static final CimNamespace[] INTEROP_ALIASES = {CimNamespace.of("interop"), CimNamespace.of("root/PG_InterOp")};

    private SpaceNames() {}
}
