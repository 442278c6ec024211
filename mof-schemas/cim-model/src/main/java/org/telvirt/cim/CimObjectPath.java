package org.telvirt.cim;

import org.jspecify.annotations.Nullable;

/** Where a class or an instance is: host, namespace, class and, for an instance, keys (DSP0004 §8.2). */
public sealed interface CimObjectPath permits CimClassPath, CimInstancePath {
    /** The host with an optional port; null: the server that the path is used on. */
    @Nullable
    String host();

    /** The namespace; null: the namespace of the operation that carries the path. */
    @Nullable
    CimNamespace namespace();

    CimName className();

    /** The same path with this namespace. */
    CimObjectPath in(@Nullable CimNamespace other);
}
