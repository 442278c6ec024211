package org.telvirt.cimxml;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the header fields of content negotiation say about CIM-XML (DSP0200 §6.3.11 and following). */
final class MediaTypes {
    private static final Set<String> XML = Set.of("application/xml", "text/xml");
    private static final Set<String> XML_RANGES =
            Set.of("*/*", "application/*", "text/*", "application/xml", "text/xml");

    private MediaTypes() {}

    /** Whether a Content-Type is XML in UTF-8, or XML without a word about its encoding. */
    static boolean isXml(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String charset = value(parts[i], "charset");
            if (charset != null && !charset.equals("utf-8") && !charset.equals("utf8")) {
                return false;
            }
        }
        return XML.contains(parts[0].strip());
    }

    /** Whether Accept fields admit XML; none and empty ones admit everything. */
    static boolean acceptXml(List<String> fields) {
        return admits(fields, XML_RANGES::contains);
    }

    /** Whether Accept-Charset fields admit UTF-8. */
    static boolean acceptUtf8(List<String> fields) {
        return admits(fields, name -> name.equals("*") || name.equals("utf-8") || name.equals("utf8"));
    }

    private static boolean admits(List<String> fields, Predicate<String> fits) {
        boolean said = false;
        for (String field : fields) {
            for (String choice : field.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] parts = choice.split(";", -1);
                String name = parts[0].strip();
                if (name.isEmpty()) {
                    continue;
                }
                said = true;
                if (fits.test(name) && !isRefused(parts)) {
                    return true;
                }
            }
        }
        return !said;
    }

    // a weight of zero means: not this one
    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String weight = value(parts[i], "q");
            if (weight != null && weight.matches("0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String value(String parameter, String name) {
        int equals = parameter.indexOf('=');
        if (equals < 0 || !parameter.substring(0, equals).strip().equals(name)) {
            return null;
        }
        return parameter.substring(equals + 1).replace("\"", "").strip();
    }
}
