package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;

/** Reads object paths in the untyped form of WBEM URIs (DSP0207), such as {@code root/virt:CIM_X.Name="a"}. */
final class ObjectPathReader {
    private final String text;
    private final Place place;
    private final MofTarget target;
    private int next;

    private ObjectPathReader(String text, Place place, MofTarget target) {
        this.text = text;
        this.place = place;
        this.target = target;
    }

    /**
     * The path that a string stands for.
     *
     * @param place of the string, for messages
     * @param target knows the types of keys
     */
    static CimObjectPath read(String text, Place place, MofTarget target) throws MofException {
        return new ObjectPathReader(text, place, target).path();
    }

    private CimObjectPath path() throws MofException {
        String host = host();
        CimNamespace namespace = namespace();
        CimName className = name("a class");
        if (next == text.length()) {
            return new CimClassPath(host, namespace, className);
        } else if (text.startsWith("=@", next) && next + 2 == text.length()) {
            return new CimInstancePath(host, namespace, className, List.of());
        }
        return new CimInstancePath(host, namespace, className, keys(className));
    }

    // //host/... or scheme://host/..., but not the slashes inside the value of a key
    private @Nullable String host() {
        int slashes = text.indexOf("//");
        int quote = text.indexOf('"');
        if (slashes < 0 || (quote >= 0 && quote < slashes) || (slashes > 0 && text.charAt(slashes - 1) != ':')) {
            return null;
        }
        int end = text.indexOf('/', slashes + 2);
        next = end < 0 ? text.length() : end + 1;
        return text.substring(slashes + 2, end < 0 ? text.length() : end);
    }

    private @Nullable CimNamespace namespace() throws MofException {
        int colon = text.indexOf(':', next);
        int quote = text.indexOf('"', next);
        if (colon < 0 || (quote >= 0 && quote < colon)) {
            return null;
        }
        String name = text.substring(next, colon);
        next = colon + 1;
        try {
            return CimNamespace.of(name);
        } catch (IllegalArgumentException e) {
            throw wrong("'" + name + "' is not a namespace");
        }
    }

    private CimName name(String what) throws MofException {
        int from = next;
        while (next < text.length() && ".=,\"".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        String name = text.substring(from, next).trim();
        if (!CimName.isValid(name)) {
            throw wrong("'" + name + "' is not the name of " + what);
        }
        return CimName.of(name);
    }

    private List<CimKey> keys(CimName className) throws MofException {
        CimClass known = target.classOf(className);
        List<CimKey> keys = new ArrayList<>(2);
        take('.', "after the class");
        do {
            CimName key = name("a key");
            CimPropertyDeclaration declared = known == null ? null : known.property(key);
            take('=', "after key '" + key + "'");
            keys.add(new CimKey(
                    key, value(key, declared == null ? null : declared.type().type())));
        } while (takeComma());
        return keys;
    }

    private boolean takeComma() throws MofException {
        if (next == text.length()) {
            return false;
        }
        take(',', "after a key");
        return true;
    }

    private void take(char wanted, String where) throws MofException {
        if (next == text.length() || text.charAt(next) != wanted) {
            throw wrong("there is no '" + wanted + "' " + where);
        }
        next++;
    }

    private CimValue value(CimName key, @Nullable CimType type) throws MofException {
        if (next < text.length() && text.charAt(next) == '"') {
            String value = unquote(key);
            return type == CimType.REFERENCE
                    ? CimValues.reference(read(value, place, target))
                    : typed(value, key, type == null ? CimType.STRING : type);
        }
        int end = text.indexOf(',', next);
        String literal = text.substring(next, end < 0 ? text.length() : end).trim();
        next = end < 0 ? text.length() : end;
        if (type == CimType.STRING || type == CimType.DATETIME || type == CimType.CHAR16) {
            throw wrong("the value of key '" + key + "' needs quotes");
        }
        return typed(literal, key, type == null ? guessed(literal) : type);
    }

    private static CimType guessed(String literal) {
        if (literal.equalsIgnoreCase("TRUE") || literal.equalsIgnoreCase("FALSE")) {
            return CimType.BOOLEAN;
        } else if (literal.indexOf('.') >= 0) {
            return CimType.REAL64;
        }
        return literal.startsWith("-") ? CimType.SINT64 : CimType.UINT64;
    }

    private CimValue typed(String value, CimName key, CimType type) throws MofException {
        CimValue typed = CimLexical.read(type, value);
        if (typed == null) {
            throw wrong("'" + value + "' is not a value of type " + type + " for key '" + key + "'");
        }
        return typed;
    }

    private String unquote(CimName key) throws MofException {
        StringBuilder out = new StringBuilder();
        next++;
        while (next < text.length() && text.charAt(next) != '"') {
            if (text.charAt(next) == '\\' && next + 1 < text.length()) {
                next++;
            }
            out.append(text.charAt(next++));
        }
        take('"', "at the end of key '" + key + "'");
        return out.toString();
    }

    private MofException wrong(String cause) {
        return place.error("'" + text + "' is not an object path: " + cause);
    }
}
