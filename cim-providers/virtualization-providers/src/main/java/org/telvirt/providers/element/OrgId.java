package org.telvirt.providers.element;

import org.jspecify.annotations.Nullable;

/** Puts our name in front of what is unique with us: {@code OrgID:LocalID}, the form of every InstanceID. */
public final class OrgId {
    /** The name that is ours. */
    public static final String TELVIRT = "Telvirt";

    private static final String PREFIX = TELVIRT + ":";

    private OrgId() {}

    /** The local name with ours before it. */
    public static String prefix(String localId) {
        return PREFIX + localId;
    }

    /** The local name of this kind, without ours and the kind; null: the text has another form. */
    public static @Nullable String local(String kind, @Nullable String instanceId) {
        String start = PREFIX + kind + "/";
        return instanceId != null && instanceId.startsWith(start) ? instanceId.substring(start.length()) : null;
    }

    /** The value without our name, if it is there: clients may leave it out of types that they choose. */
    public static String strip(String value) {
        return value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
    }
}
