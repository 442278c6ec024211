package org.telvirt.cim;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The path of an instance. Two paths are equal if host, namespace and class are, and they have the same keys in any
 * order.
 *
 * @param keys one each for the class's key properties; empty for the only instance of a class without keys
 */
public record CimInstancePath(
        @Nullable String host, @Nullable CimNamespace namespace, CimName className, List<CimKey> keys)
        implements CimObjectPath {

    /** Copies the keys. */
    public CimInstancePath {
        keys = List.copyOf(keys);
    }

    /** An instance whose namespace goes without saying. */
    public static CimInstancePath of(CimName className, CimKey... keys) {
        return new CimInstancePath(null, null, className, List.of(keys));
    }

    /** An instance with one string key, whose namespace goes without saying. */
    public static CimInstancePath of(CimName className, CimName key, String value) {
        return of(className, new CimKey(key, CimValues.text(value)));
    }

    @Override
    public CimInstancePath in(@Nullable CimNamespace other) {
        return Objects.equals(namespace, other) ? this : new CimInstancePath(host, other, className, keys);
    }

    /** The same path on this host. */
    public CimInstancePath on(@Nullable String otherHost) {
        return Objects.equals(host, otherHost) ? this : new CimInstancePath(otherHost, namespace, className, keys);
    }

    /** The same path with other keys. */
    public CimInstancePath withKeys(List<CimKey> other) {
        return new CimInstancePath(host, namespace, className, other);
    }

    /** The value of a key; null: the path has no such key. */
    public @Nullable CimValue key(CimName name) {
        for (CimKey key : keys) {
            if (key.name().equals(name)) {
                return key.value();
            }
        }
        return null;
    }

    /** The value of a string key; null: the path has no such key or it is not a string. */
    public @Nullable String text(CimName name) {
        return key(name) instanceof CimValue.Text text ? text.value() : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CimInstancePath path
                        && className.equals(path.className)
                        && Objects.equals(namespace, path.namespace)
                        && sameHost(path)
                        && sameKeys(path));
    }

    private boolean sameHost(CimInstancePath path) {
        return host == null ? path.host == null : host.equalsIgnoreCase(path.host);
    }

    private boolean sameKeys(CimInstancePath path) {
        if (keys.size() != path.keys.size()) {
            return false;
        }
        for (CimKey key : keys) {
            if (!key.value().equals(path.key(key.name()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (CimKey key : keys) {
            sum += key.hashCode();
        }
        return 31 * (31 * className.hashCode() + Objects.hashCode(namespace)) + sum;
    }

    @Override
    public String toString() {
        return WbemUri.format(this);
    }
}
