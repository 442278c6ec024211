package org.telvirt.sdk.cimxml;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.metricshub.wbem.javax.cim.CIMArgument;
import org.metricshub.wbem.javax.cim.CIMDataType;
import org.metricshub.wbem.javax.cim.CIMInstance;
import org.metricshub.wbem.javax.cim.CIMObjectPath;
import org.metricshub.wbem.javax.cim.CIMProperty;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;

/**
 * Instances, paths, values and arguments here and in the library.
 *
 * @param namespace of paths that do not say theirs
 */
record Translation(CimNamespace namespace) {
    private static final int ANY_LENGTH = 0;

    /** The path of a class. */
    CIMObjectPath out(CimName className) {
        return new CIMObjectPath(null, null, null, namespace.toString(), className.toString(), null);
    }

    CIMObjectPath out(CimInstancePath path) {
        CimNamespace where = Objects.requireNonNullElse(path.namespace(), namespace);
        CIMProperty<?>[] keys = path.keys().stream()
                .map(key -> property(CimProperty.of(key.name(), key.value()), true))
                .toArray(CIMProperty<?>[]::new);
        return new CIMObjectPath(
                null, null, null, where.toString(), path.className().toString(), keys);
    }

    CimInstancePath in(CIMObjectPath path) {
        List<CimKey> keys = new ArrayList<>();
        for (CIMProperty<?> key : path.getKeys()) {
            CimValue value = in(key.getValue());
            if (value != null) {
                keys.add(new CimKey(CimName.of(key.getName()), value));
            }
        }
        String where = path.getNamespace();
        return CimInstancePath.of(CimName.of(path.getObjectName()), keys.toArray(CimKey[]::new))
                .in(where == null || where.isEmpty() ? namespace : CimNamespace.of(where));
    }

    CIMInstance out(CimInstance instance) {
        CIMObjectPath path = instance.path() == null ? out(instance.className()) : out(instance.path());
        CIMProperty<?>[] properties = instance.properties().stream()
                .map(property -> property(property, path.getKey(property.name().toString()) != null))
                .toArray(CIMProperty<?>[]::new);
        return new CIMInstance(path, properties);
    }

    CimInstance in(CIMInstance instance) {
        CIMObjectPath path = instance.getObjectPath();
        CimInstance.Builder builder = CimInstance.of(CimName.of(instance.getClassName()));
        List<CimProperty> properties = new ArrayList<>();
        for (CIMProperty<?> property : instance.getProperties()) {
            CimValue value = in(property.getValue());
            properties.add(new CimProperty(CimName.of(property.getName()), in(property.getDataType()), value, null));
        }
        CimInstance made = builder.with(properties).build();
        return path == null || path.getKeys().length == 0 ? made : made.at(in(path));
    }

    CIMArgument<?> out(CimArgument argument) {
        CimValue value = argument.value();
        String name = argument.name().toString();
        return value == null
                ? new CIMArgument<>(name, CIMDataType.STRING_T, null)
                : new CIMArgument<>(name, dataType(value), out(value));
    }

    CimArgument in(CIMArgument<?> argument) {
        return new CimArgument(CimName.of(argument.getName()), null, in(argument.getValue()));
    }

    private CIMProperty<?> property(CimProperty property, boolean isKey) {
        CimValue value = property.value();
        TypeRow row = TypeRow.of(property.type().type());
        CIMDataType type = value != null
                ? dataType(value)
                : row == null
                        ? new CIMDataType("CIM_ManagedElement")
                        : row.dataType(property.type().array());
        return new CIMProperty<>(
                property.name().toString(), type, value == null ? null : out(value), isKey, false, null);
    }

    private CIMDataType dataType(CimValue value) {
        if (value instanceof CimValue.Array array) {
            return arrayType(array);
        } else if (value instanceof CimValue.Reference reference) {
            return new CIMDataType(reference.path().className().toString());
        } else if (value instanceof CimValue.Embedded) {
            return CIMDataType.OBJECT_T;
        }
        return row(value).dataType(false);
    }

    private static CIMDataType arrayType(CimValue.Array array) {
        CimValue first =
                array.elements().stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (first instanceof CimValue.Embedded) {
            return CIMDataType.OBJECT_ARRAY_T;
        } else if (first instanceof CimValue.Reference reference) {
            return new CIMDataType(reference.path().className().toString(), ANY_LENGTH);
        }
        TypeRow row = TypeRow.of(array.elementType());
        return row == null ? new CIMDataType("CIM_ManagedElement", ANY_LENGTH) : row.dataType(true);
    }

    private static TypeRow row(CimValue value) {
        if (value instanceof CimValue.Int number) {
            return row(number.type());
        } else if (value instanceof CimValue.Real real) {
            return row(real.type());
        } else if (value instanceof CimValue.Bool) {
            return row(CimType.BOOLEAN);
        } else if (value instanceof CimValue.Char) {
            return row(CimType.CHAR16);
        } else if (value instanceof CimValue.DateTime) {
            return row(CimType.DATETIME);
        }
        return row(CimType.STRING);
    }

    private static TypeRow row(CimType type) {
        return Objects.requireNonNull(TypeRow.of(type));
    }

    private Object out(CimValue value) {
        if (value instanceof CimValue.Array array) {
            return outAll(array);
        } else if (value instanceof CimValue.Reference reference) {
            return reference.path() instanceof CimInstancePath path
                    ? out(path)
                    : out(reference.path().className());
        } else if (value instanceof CimValue.Embedded embedded) {
            return out(instance(embedded.object()));
        } else if (value instanceof CimValue.Lexical lexical) {
            return lexical.text();
        }
        return row(value).outward().apply(value);
    }

    private static CimInstance instance(CimObject object) {
        if (object instanceof CimInstance instance) {
            return instance;
        }
        throw new IllegalArgumentException("Embedded classes cannot be sent: " + object);
    }

    private Object outAll(CimValue.Array array) {
        CIMDataType type = arrayType(array);
        TypeRow row = TypeRow.of(array.elementType());
        Class<?> elements = type.getType() == CIMDataType.OBJECT
                ? CIMInstance.class
                : row == null ? CIMObjectPath.class : row.java();
        Object all = Array.newInstance(elements, array.elements().size());
        for (int i = 0; i < array.elements().size(); i++) {
            CimValue element = array.elements().get(i);
            Array.set(all, i, element == null ? null : out(element));
        }
        return all;
    }

    /** A value of the library; null is NULL, and so is what has no place here, such as an embedded class. */
    @Nullable
    CimValue in(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof Object[] array) {
            return inAll(array);
        } else if (value instanceof CIMObjectPath path) {
            return new CimValue.Reference(in(path));
        } else if (value instanceof CIMInstance instance) {
            return new CimValue.Embedded(in(instance));
        }
        TypeRow row = TypeRow.of(value);
        return row == null ? null : row.inward().apply(value);
    }

    private CimValue inAll(Object[] array) {
        List<@Nullable CimValue> elements = new ArrayList<>(array.length);
        TypeRow found = null;
        boolean isReference = array instanceof CIMObjectPath[];
        for (Object element : array) {
            elements.add(in(element));
            found = element == null || found != null ? found : TypeRow.of(element);
        }
        for (TypeRow row : TypeRow.ALL) {
            found = found == null && row.java() == array.getClass().getComponentType() ? row : found;
        }
        CimType type = isReference ? CimType.REFERENCE : found == null ? CimType.STRING : found.type();
        return new CimValue.Array(type, elements);
    }

    private static CimDataType in(CIMDataType type) {
        for (TypeRow row : TypeRow.ALL) {
            if (row.dataType(false).getType() == type.getType()) {
                return type.isArray() ? CimDataType.arrayOf(row.type()) : CimDataType.of(row.type());
            }
        }
        CimType other = type.getType() == CIMDataType.REFERENCE ? CimType.REFERENCE : CimType.STRING;
        CimDataType plain = type.isArray() ? CimDataType.arrayOf(other) : CimDataType.of(other);
        return other == CimType.STRING ? plain.embedding(CimDataType.Embedding.OBJECT) : plain;
    }
}
