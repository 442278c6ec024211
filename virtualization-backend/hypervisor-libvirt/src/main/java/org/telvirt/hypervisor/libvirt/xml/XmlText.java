package org.telvirt.hypervisor.libvirt.xml;

import org.jspecify.annotations.Nullable;

/** The text of elements that have nothing but text. */
public final class XmlText {
    private XmlText() {}

    /** The text of a child, without the space around it; null: there is no such child. */
    public static @Nullable String of(XmlElement element, String child) {
        XmlElement found = element.child(child);
        return found == null ? null : found.text().strip();
    }
}
