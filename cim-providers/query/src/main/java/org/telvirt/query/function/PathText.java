package org.telvirt.query.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** Reads WBEM URIs (DSP0207): {@code [scheme:][//host]/namespace:Class.key="value",…}, in which all but the class is optional. */
public final class PathText {
    private final String text;
    private int at;

    private PathText(String text) {
        this.text = text;
    }

    /** The path that a text is; null: it is none. */
    public static @Nullable CimObjectPath read(String text) {
        return new PathText(text).path();
    }

    private @Nullable CimObjectPath path() {
        int authority = text.indexOf("//");
        String host = null;
        if (authority >= 0 && isScheme(authority)) {
            int slash = text.indexOf('/', authority + 2);
            if (slash < 0) {
                return null;
            }
            host = text.substring(authority + 2, slash);
            at = slash + 1;
        }
        int colon = colonBeforeClass();
        CimNamespace namespace = null;
        if (colon >= 0) {
            String name = text.substring(at, colon);
            if (!isNamespace(name)) {
                return null;
            }
            namespace = CimNamespace.of(name);
            at = colon + 1;
        }
        return inClass(host, namespace);
    }

    private boolean isScheme(int authority) {
        return authority == 0
                || (text.charAt(authority - 1) == ':'
                        && text.chars().limit(authority - 1).allMatch(c -> Character.isLetter(c) || c == '-'));
    }

    /** The colon that ends the namespace; those in keys come after a quote. */
    private int colonBeforeClass() {
        int quote = text.indexOf('"', at);
        int colon = text.indexOf(':', at);
        return quote >= 0 && colon > quote ? -1 : colon;
    }

    private static boolean isNamespace(String name) {
        String bare = name.startsWith("/") ? name.substring(1) : name;
        return !bare.isEmpty() && !bare.contains("//") && !bare.startsWith("/") && !bare.equals("/");
    }

    private @Nullable CimObjectPath inClass(@Nullable String host, @Nullable CimNamespace namespace) {
        int point = text.indexOf('.', at);
        String name = point < 0 ? text.substring(at) : text.substring(at, point);
        if (!CimName.isValid(name)) {
            return null;
        }
        if (point < 0) {
            return new CimClassPath(host, namespace, CimName.of(name));
        }
        at = point + 1;
        List<CimKey> keys = new ArrayList<>();
        do {
            CimKey key = key();
            if (key == null) {
                return null;
            }
            keys.add(key);
        } while (accept(','));
        return at == text.length() ? new CimInstancePath(host, namespace, CimName.of(name), keys) : null;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable CimKey key() {
        int equals = text.indexOf('=', at);
        if (equals < 0 || !CimName.isValid(text.substring(at, equals).strip())) {
            return null;
        }
        CimName name = CimName.of(text.substring(at, equals).strip());
        at = equals + 1;
        CimValue value = accept('"') ? quoted() : bare();
        return value == null ? null : new CimKey(name, value);
    }

    private @Nullable CimValue quoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && ++at == text.length()) {
                return null;
            }
            value.append(text.charAt(at++));
        }
        return accept('"') ? new CimValue.Text(value.toString()) : null;
    }

    private @Nullable CimValue bare() {
        int comma = text.indexOf(',', at);
        String value = text.substring(at, comma < 0 ? text.length() : comma);
        at += value.length();
        for (CimType type : List.of(CimType.BOOLEAN, CimType.SINT64, CimType.UINT64, CimType.REAL64)) {
            CimValue read = CimLexical.read(type, value);
            if (read != null) {
                return read;
            }
        }
        return null;
    }
}
