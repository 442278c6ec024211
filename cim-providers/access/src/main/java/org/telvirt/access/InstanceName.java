package org.telvirt.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;

/**
 * The name of an instance as people write it, such as {@code root/virt:CIM_X.Name="a"} (DSP0207). Keys are compared by
 * their text, so that nobody has to know their types.
 */
public record InstanceName(CimNamespace namespace, CimName className, Map<CimName, String> keys) {
    private static final Pattern NAME = Pattern.compile("([^:.=\"]+):([^:.=\"]+)\\.(.+)");
    private static final Pattern KEY = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\",]+))(?:,|$)");

    /** Copies the keys. */
    public InstanceName {
        keys = Map.copyOf(keys);
    }

    /** The name of a path in a namespace. */
    public static InstanceName of(CimNamespace namespace, CimInstancePath path) {
        Map<CimName, String> keys = new LinkedHashMap<>();
        for (CimKey key : path.keys()) {
            keys.put(key.name(), text(key.value()));
        }
        return new InstanceName(namespace, path.className(), keys);
    }

    /** Empty: the text is not the name of an instance. */
    public static Optional<InstanceName> parse(String text) {
        Matcher name = NAME.matcher(text.strip());
        if (!name.matches() || !CimName.isValid(name.group(2))) {
            return Optional.empty();
        }
        Map<CimName, String> keys = new LinkedHashMap<>();
        Matcher key = KEY.matcher(name.group(3));
        int end = 0;
        while (key.find() && key.start() == end) {
            String quoted = key.group(2);
            keys.put(CimName.of(key.group(1)), quoted == null ? key.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            end = key.end();
        }
        return end == name.group(3).length() && !keys.isEmpty()
                ? namespace(name.group(1))
                        .map(namespace -> new InstanceName(namespace, CimName.of(name.group(2)), keys))
                : Optional.empty();
    }

    static Optional<CimNamespace> namespace(String text) {
        try {
            return Optional.of(CimNamespace.of(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is the name of this instance. */
    boolean names(CimNamespace where, CimInstancePath path) {
        if (!className.equals(path.className()) || keys.size() != path.keys().size() || !namespace.equals(where)) {
            return false;
        }
        for (CimKey key : path.keys()) {
            if (!text(key.value()).equals(keys.get(key.name()))) {
                return false;
            }
        }
        return true;
    }

    private static String text(CimValue value) {
        return value instanceof CimValue.Text text ? text.value() : value.toString();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder().append(namespace).append(':').append(className);
        char separator = '.';
        for (Map.Entry<CimName, String> key :
                keys.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            String text = key.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
            out.append(separator)
                    .append(key.getKey())
                    .append("=\"")
                    .append(text)
                    .append('"');
            separator = ',';
        }
        return out.toString();
    }
}
