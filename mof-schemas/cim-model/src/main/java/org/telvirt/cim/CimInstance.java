package org.telvirt.cim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a class. A property that it does not list is not NULL but not said; the object manager completes
 * instances from their class.
 *
 * @param properties in the order of the class where the object manager made it; no name occurs twice
 * @param path where it is; null: nowhere, as for embedded instances and instances about to be created
 */
public record CimInstance(
        CimName className,
        List<CimProperty> properties,
        @Nullable CimInstancePath path) implements CimObject {

    /** Copies the properties. */
    public CimInstance {
        properties = List.copyOf(properties);
    }

    /** Begins an instance of this class. */
    public static Builder of(CimName className) {
        return new Builder(className);
    }

    /** The property of this name; null: the instance does not list it. */
    public @Nullable CimProperty property(CimName name) {
        for (CimProperty property : properties) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    /** The value of a property; null: NULL or not listed. */
    public @Nullable CimValue value(CimName name) {
        CimProperty property = property(name);
        return property == null ? null : property.value();
    }

    /** The value of a string property; null: NULL, not listed or not a string. */
    public @Nullable String text(CimName name) {
        return value(name) instanceof CimValue.Text text ? text.value() : null;
    }

    /** The bits of an integer property; null: NULL, not listed or not a whole number. */
    public @Nullable Long number(CimName name) {
        return value(name) instanceof CimValue.Int number ? (Long) number.bits() : null;
    }

    /** The same instance at this path. */
    public CimInstance at(@Nullable CimInstancePath other) {
        return new CimInstance(className, properties, other);
    }

    /** The same instance with these properties in place of its own. */
    public CimInstance withProperties(List<CimProperty> other) {
        return new CimInstance(className, other, path);
    }

    /** Puts an instance together; NULL values are left out unless their type is said. */
    public static final class Builder {
        private final CimName className;
        private final List<CimProperty> properties = new ArrayList<>(24);

        private Builder(CimName className) {
            this.className = className;
        }

        /** Adds a property; null adds nothing. */
        public Builder with(CimName name, @Nullable CimValue value) {
            if (value != null) {
                properties.add(CimProperty.of(name, value));
            }
            return this;
        }

        /** Adds a string; null adds nothing. */
        public Builder with(CimName name, @Nullable String value) {
            return value == null ? this : with(name, CimValues.text(value));
        }

        /** Adds properties as they are. */
        public Builder with(Collection<CimProperty> more) {
            properties.addAll(more);
            return this;
        }

        /** Adds the keys of a path as properties. */
        public Builder withKeys(CimInstancePath path) {
            path.keys().forEach(key -> with(key.name(), key.value()));
            return this;
        }

        /** The instance, at no path. */
        public CimInstance build() {
            return new CimInstance(className, properties, null);
        }

        /** The instance at this path. */
        public CimInstance at(CimInstancePath path) {
            return new CimInstance(className, properties, path);
        }
    }
}
