package org.telvirt.cim;

import org.jspecify.annotations.Nullable;

/** The path of a class. */
public record CimClassPath(@Nullable String host, @Nullable CimNamespace namespace, CimName className)
        implements CimObjectPath {

    /** A class in a namespace of this server. */
    public static CimClassPath of(CimNamespace namespace, CimName className) {
        return new CimClassPath(null, namespace, className);
    }

    @Override
    public CimClassPath in(@Nullable CimNamespace other) {
        return new CimClassPath(host, other, className);
    }

    @Override
    public String toString() {
        return WbemUri.format(this);
    }
}
