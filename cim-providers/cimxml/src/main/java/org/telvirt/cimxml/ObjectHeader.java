package org.telvirt.cimxml;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimValue;

/**
 * A CIMObject header field: a namespace or, for a method call, a local path. It is compared as a path: names regardless
 * of case, keys in any order.
 *
 * @param text decoded
 */
record ObjectHeader(String text) {
    /** Whether it names this namespace. */
    boolean isNamespace(CimNamespace namespace) {
        return sameNamespace(UntypedPath.local(text.strip()), namespace);
    }

    private static boolean sameNamespace(String name, CimNamespace namespace) {
        try {
            return CimNamespace.of(name).equals(namespace);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it names this object of the namespace. */
    boolean isPath(CimNamespace namespace, CimObjectPath path) {
        UntypedPath said = UntypedPath.parse(text.strip());
        return said != null
                && said.namespace() != null
                && sameNamespace(said.namespace(), namespace)
                && sameName(said, path);
    }

    private static boolean sameName(UntypedPath said, CimObjectPath path) {
        return path.className().is(said.className())
                && (path instanceof CimInstancePath instance
                        ? sameKeys(said.keys(), instance)
                        : said.keys().isEmpty());
    }

    private static boolean sameKeys(Map<String, UntypedPath.Key> said, CimInstancePath path) {
        if (said.size() != path.keys().size()) {
            return false;
        }
        for (CimKey key : path.keys()) {
            String name = key.name().equals(CimKey.UNNAMED) ? "" : key.name().toString();
            UntypedPath.@Nullable Key value = said.get(name);
            if (value == null || !sameValue(value, key.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(UntypedPath.Key said, CimValue value) {
        if (value instanceof CimValue.Reference reference) {
            return sameReference(said.value(), reference.path());
        }
        if (value instanceof CimValue.Lexical lexical) {
            return said.value().equals(lexical.text())
                    || said.raw().equals(lexical.text())
                    || (!said.quoted() && said.raw().equalsIgnoreCase(lexical.text()));
        }
        if (value instanceof CimValue.Int number) {
            return number.equals(CimLexical.read(number.type(), said.value()));
        }
        if (value instanceof CimValue.Real real) {
            return real.equals(CimLexical.read(real.type(), said.value()));
        }
        if (value instanceof CimValue.Bool bool) {
            return said.value().equalsIgnoreCase(Boolean.toString(bool.value()));
        }
        String text = text(value);
        // some clients put the quotes but forget to escape what is between them
        return said.value().equals(text) || said.raw().equals(text);
    }

    private static @Nullable String text(CimValue value) {
        if (value instanceof CimValue.Text text) {
            return text.value();
        }
        if (value instanceof CimValue.DateTime time) {
            return time.value().text();
        }
        return value instanceof CimValue.Char character ? String.valueOf(character.value()) : null;
    }

    // clients disagree on how much of host and namespace a reference in a header has
    private static boolean sameReference(String said, CimObjectPath path) {
        UntypedPath untyped = UntypedPath.parse(said);
        CimNamespace namespace = path.namespace();
        return untyped != null
                && (namespace == null || untyped.namespace() == null || sameNamespace(untyped.namespace(), namespace))
                && sameName(untyped, path);
    }
}
