package org.telvirt.slp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service as it is made known.
 *
 * @param type such as {@code service:wbem:https}
 * @param url such as {@code service:wbem:https://host:5989}
 * @param attributes values by tag, in order; one without values is left out
 */
public record ServiceAdvertisement(String type, String url, Map<String, List<String>> attributes) {
    private static final String RESERVED = "(),\\!<=>~";

    /** Copies the attributes. */
    public ServiceAdvertisement {
        Map<String, List<String>> copies = new LinkedHashMap<>();
        attributes.forEach((tag, values) -> {
            if (!values.isEmpty()) {
                copies.put(tag, List.copyOf(values));
            }
        });
        attributes = Collections.unmodifiableMap(copies);
    }

    /** Whether someone who asks for a type means this: the abstract type, or exactly this one (RFC 2608 §8.1). */
    boolean isA(String wanted) {
        return type.equalsIgnoreCase(wanted) || type.regionMatches(true, 0, wanted + ":", 0, wanted.length() + 1);
    }

    /**
     * The attribute list (RFC 2608 §5).
     *
     * @param tags the tags that are asked for, with stars; empty: all
     */
    String attributeList(List<String> tags) {
        List<String> list = new ArrayList<>();
        attributes.forEach((tag, values) -> {
            if (tags.isEmpty() || tags.stream().anyMatch(wanted -> Predicate.matches(wanted, tag))) {
                list.add("(" + tag + "="
                        + String.join(
                                ",",
                                values.stream()
                                        .map(ServiceAdvertisement::escape)
                                        .toList()) + ")");
            }
        });
        return String.join(",", list);
    }

    private static String escape(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7F || RESERVED.indexOf(c) >= 0) {
                out.append('\\').append("%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
