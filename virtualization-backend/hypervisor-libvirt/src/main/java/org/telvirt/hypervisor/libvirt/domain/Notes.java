package org.telvirt.hypervisor.libvirt.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/**
 * What definitions say and libvirt has no element for: attributes of elements in one element of our own in
 * {@code <metadata>}. Times are in nanoseconds, sizes in bytes.
 */
final class Notes {
    /** Names our element; it is in files for ever. */
    static final String NAMESPACE = "urn:telvirt:domain:1";

    private static final String PREFIX = "telvirt:";
    private static final String ROOT = PREFIX + "domain";

    private Notes() {}

    /** Our element; null: nothing has been noted. */
    static @Nullable XmlElement find(XmlElement domain) {
        XmlElement metadata = domain.child("metadata");
        if (metadata != null) {
            for (XmlElement element : metadata.children(ROOT)) {
                if (NAMESPACE.equals(element.get("xmlns:telvirt"))) {
                    return element;
                }
            }
        }
        return null;
    }

    private static XmlElement make(XmlElement domain) {
        XmlElement notes = find(domain);
        if (notes == null) {
            notes = XmlElement.of(ROOT).set("xmlns:telvirt", NAMESPACE);
            domain.make("metadata").add(notes);
        }
        return notes;
    }

    /** What an element of ours says; null: nothing. */
    static @Nullable String get(XmlElement domain, String element, String attribute) {
        XmlElement notes = find(domain);
        return notes == null ? null : notes.get(PREFIX + element, attribute);
    }

    /** Notes a value; null: forgets it, and its element with it if nothing else is in it. */
    static void put(XmlElement domain, String element, String attribute, @Nullable String value) {
        if (value == null && find(domain) == null) {
            return;
        }
        XmlElement notes = make(domain);
        notes.make(PREFIX + element).put(attribute, value);
        notes.tidy(PREFIX + element);
        tidy(domain, notes);
    }

    static @Nullable Duration time(XmlElement domain, String element, String attribute) {
        String value = get(domain, element, attribute);
        return value == null ? null : Duration.ofNanos(Long.parseLong(value));
    }

    static void putTime(XmlElement domain, String element, String attribute, @Nullable Duration time) {
        put(domain, element, attribute, time == null ? null : Long.toString(time.toNanos()));
    }

    static @Nullable Quota quota(XmlElement domain, String element, String time, String period) {
        Duration ofTime = time(domain, element, time);
        Duration ofPeriod = time(domain, element, period);
        return ofTime == null || ofPeriod == null ? null : new Quota(ofTime, ofPeriod);
    }

    static void putQuota(XmlElement domain, String element, String time, String period, @Nullable Quota quota) {
        putTime(domain, element, time, quota == null ? null : quota.time());
        putTime(domain, element, period, quota == null ? null : quota.period());
    }

    /** The elements of ours that are about this thing. */
    static @Nullable XmlElement about(XmlElement domain, String element, String key, String value) {
        XmlElement notes = find(domain);
        if (notes != null) {
            for (XmlElement candidate : notes.children(PREFIX + element)) {
                if (value.equals(candidate.get(key))) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** Notes a value of the thing with this key; null: forgets the thing. */
    static void putAbout(
            XmlElement domain, String element, String key, String thing, String attribute, @Nullable String value) {
        XmlElement about = about(domain, element, key, thing);
        if (value != null && about == null) {
            XmlElement made = XmlElement.of(PREFIX + element).set(key, thing);
            make(domain).add(made.set(attribute, value));
        } else if (value != null && about != null) {
            about.set(attribute, value);
        } else if (about != null) {
            XmlElement notes = make(domain);
            notes.remove(about);
            tidy(domain, notes);
        }
    }

    /** A text of ours; null: there is none. */
    static @Nullable String text(XmlElement domain, String element) {
        XmlElement notes = find(domain);
        return notes == null ? null : notes.textOf(PREFIX + element);
    }

    /** Notes a text; null: forgets it. */
    static void write(XmlElement domain, String element, @Nullable String text) {
        if (text == null && find(domain) == null) {
            return;
        }
        XmlElement notes = make(domain);
        notes.drop(PREFIX + element); // as a whole: its old text may have been of many lines
        notes.write(PREFIX + element, text);
        tidy(domain, notes);
    }

    private static void tidy(XmlElement domain, XmlElement notes) {
        if (notes.children().isEmpty()) {
            domain.make("metadata").remove(notes);
            domain.tidy("metadata");
        }
    }
}
