package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cimxml.xml.XmlOutput;

/**
 * Keeps the start tags of properties in encoded form, because the instances of a class repeat them. It forgets a tag
 * when another needs its place. Safe for use by many threads: an entry never changes, and a lost one is made again.
 */
public final class TagCache {
    /** Keeps nothing. */
    static final TagCache NONE = new TagCache(1);

    private static final int DEFAULT_SIZE = 1024;

    private static final class Entry {
        private final CimName name;
        private final CimDataType type;
        private final @Nullable CimName origin;
        private final boolean marked;
        private final byte[] tag;

        private Entry(CimProperty property) {
            this.name = property.name();
            this.type = property.type();
            this.origin = property.classOrigin();
            this.marked = isMarked(property);
            this.tag = encode(name, type, origin, marked);
        }

        // one client dies on arrays that are marked as embedded; those that are NULL need no mark
        private static boolean isMarked(CimProperty property) {
            return !property.type().array() || property.value() != null;
        }

        // names are compared by identity: equal ones may be spelled differently, and the properties of a class share
        // them
        @SuppressWarnings("ReferenceEquality")
        private boolean isFor(CimProperty property) {
            return name == property.name()
                    && origin == property.classOrigin()
                    && marked == isMarked(property)
                    && type.equals(property.type());
        }
    }

    private final @Nullable Entry[] entries;

    /** An empty cache. */
    public TagCache() {
        this(DEFAULT_SIZE);
    }

    private TagCache(int size) {
        this.entries = new Entry[size];
    }

    /** The start tag of a property as values have it. */
    byte[] startTag(CimProperty property) {
        int hash = property.name().hashCode() * 31 + property.type().type().hashCode();
        int place = (hash ^ (hash >>> 16)) & (entries.length - 1);
        Entry entry = entries[place];
        if (entry == null || !entry.isFor(property)) {
            entry = new Entry(property);
            if (this != NONE) {
                entries[place] = entry;
            }
        }
        return entry.tag;
    }

    private static byte[] encode(CimName name, CimDataType type, @Nullable CimName origin, boolean marked) {
        XmlOutput out = new XmlOutput();
        openTag(out, name, type, marked);
        if (origin != null) {
            out.raw(ascii(" CLASSORIGIN=\"")).attribute(origin.toString()).raw(ascii("\""));
        }
        return out.raw(ascii(">")).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the start tag of a property up to and without CLASSORIGIN. */
    static void openTag(XmlOutput out, CimName name, CimDataType type, boolean markArrays) {
        out.raw(ascii("<" + element(type) + " NAME=\"")).attribute(name.toString());
        if (type.type() != CimType.REFERENCE) {
            out.raw(ascii("\" TYPE=\"" + type.type().wireName() + "\""));
        } else if (type.referenceClass() != null) {
            out.raw(ascii("\" REFERENCECLASS=\""))
                    .attribute(type.referenceClass().toString())
                    .raw(ascii("\""));
        } else {
            out.raw(ascii("\""));
        }
        if (type.arraySize() != null) {
            out.raw(ascii(" ARRAYSIZE=\"" + type.arraySize() + "\""));
        }
        if (type.embeds() && (markArrays || !type.array())) {
            out.raw(ascii(" EmbeddedObject=\"" + embedding(type) + "\""));
        }
    }

    /** The value of the EmbeddedObject attribute. */
    static String embedding(CimDataType type) {
        return type.embedding() == Embedding.INSTANCE ? "instance" : "object";
    }

    /** The element that stands for a property of this type. */
    static String element(CimDataType type) {
        if (type.type() == CimType.REFERENCE) {
            return "PROPERTY.REFERENCE";
        }
        return type.array() ? "PROPERTY.ARRAY" : "PROPERTY";
    }
}
