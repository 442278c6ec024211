package org.telvirt.cim;

/**
 * Writes paths as WBEM URIs without a scheme (DSP0207), as messages and logs show them:
 * {@code //host/root/virt:CIM_X.Name="a"}.
 */
final class WbemUri {
    private WbemUri() {}

    static String format(CimObjectPath path) {
        StringBuilder out = new StringBuilder(80);
        if (path.host() != null) {
            out.append("//").append(path.host()).append('/');
        }
        if (path.namespace() != null) {
            out.append(path.namespace()).append(':');
        }
        out.append(path.className());
        if (path instanceof CimInstancePath instance) {
            char separator = '.';
            for (CimKey key : instance.keys()) {
                out.append(separator).append(key.name()).append('=');
                appendValue(out, key.value());
                separator = ',';
            }
        }
        return out.toString();
    }

    private static void appendValue(StringBuilder out, CimValue value) {
        if (value instanceof CimValue.Bool bool) {
            out.append(bool.value() ? "TRUE" : "FALSE");
        } else if (value instanceof CimValue.Int number) {
            out.append(number);
        } else if (value instanceof CimValue.Real real) {
            out.append(real.value());
        } else {
            appendQuoted(out, CimValues.plain(value));
        }
    }

    private static void appendQuoted(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
