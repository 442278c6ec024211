package org.telvirt.access;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * What someone wants to do.
 *
 * @param namespace by its own name
 * @param className null: it is about the namespace as a whole
 * @param method null: it is not about a method
 * @param path null: it is not about one instance
 */
record Asked(
        Activity activity,
        CimNamespace namespace,
        @Nullable CimName className,
        @Nullable CimName method,
        @Nullable CimInstancePath path) {
    @Override
    public String toString() {
        String object = path == null
                ? String.valueOf(className)
                : path.in(null).on(null).toString();
        return activity.verb() + " " + namespace + (className == null ? "" : ":" + object)
                + (method == null ? "" : "." + method);
    }
}
