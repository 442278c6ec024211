package org.telvirt.providers.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.Qualified;
import org.telvirt.cim.QualifierNames;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** The classes that Telvirt serves, and what they say against an instance. */
public final class CimSchema {
    private static final CimName MAX_LEN = CimName.of("MaxLen");
    private static final NamespaceSchema SCHEMA = load();

    private CimSchema() {}

    private static NamespaceSchema load() {
        try (MofSource source = MofSource.classPath(CimSchema.class.getClassLoader(), "org/telvirt/schema")) {
            return MofCompiler.schema(source, "cim/cim.mof", "telvirt/telvirt.mof");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MofException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema itself. */
    public static NamespaceSchema all() {
        return SCHEMA;
    }

    /** All classes. */
    public static List<CimClass> classes() {
        return SCHEMA.classes();
    }

    /** The class of this name, which there is. */
    public static CimClass classOf(CimName name) {
        CimClass found = SCHEMA.find(name);
        if (found == null) {
            throw new IllegalArgumentException("There is no class " + name);
        }
        return found;
    }

    /** What is wrong with an instance, each naming its property; empty: nothing. */
    public static List<String> violations(CimInstance instance) {
        CimClass definition = classOf(instance.className());
        List<String> violations = new ArrayList<>();
        for (CimProperty property : instance.properties()) {
            CimPropertyDeclaration declaration = definition.property(property.name());
            if (declaration == null) {
                violations.add(property.name() + " is not a property of " + definition.name());
            } else {
                check(violations, property, declaration);
            }
        }
        for (CimPropertyDeclaration declaration : definition.properties()) {
            boolean needed = declaration.isKey() || declaration.has(QualifierNames.REQUIRED);
            if (needed && instance.value(declaration.name()) == null) {
                violations.add(declaration.name() + " is NULL");
            }
        }
        checkPath(violations, instance, definition);
        return violations;
    }

    private static void check(List<String> violations, CimProperty property, CimPropertyDeclaration declaration) {
        CimDataType given = property.type();
        CimDataType declared = declaration.type();
        if (given.type() != declared.type() || given.array() != declared.array()) {
            violations.add(property.name() + " is " + given + ", not " + declared);
        }
        CimValue value = property.value();
        if (value != null && !inValueMap(declaration, value)) {
            violations.add(property.name() + " = " + value + " is not in its ValueMap");
        }
        CimQualifier maximum = declaration.qualifier(MAX_LEN);
        if (maximum != null
                && maximum.value() instanceof CimValue.Int most
                && value instanceof CimValue.Text text
                && text.value().length() > most.bits()) {
            violations.add(property.name() + " = '" + text.value() + "' is longer than " + most);
        }
    }

    /** Whether every value is one that the ValueMap lists by itself: neither reserved nor a vendor's. */
    public static boolean inValueMap(Qualified element, CimValue value) {
        CimQualifier qualifier = element.qualifier(QualifierNames.VALUE_MAP);
        if (qualifier == null || !(qualifier.value() instanceof CimValue.Array map)) {
            return true;
        } else if (value instanceof CimValue.Array array) {
            return array.elements().stream().allMatch(entry -> isListed(map, entry));
        }
        return isListed(map, value);
    }

    private static boolean isListed(CimValue.Array map, @Nullable CimValue value) {
        String text = value instanceof CimValue.Text word ? word.value() : String.valueOf(value);
        return map.elements().stream()
                .anyMatch(entry -> entry instanceof CimValue.Text t && t.value().equals(text));
    }

    private static void checkPath(List<String> violations, CimInstance instance, CimClass definition) {
        CimInstancePath path = instance.path();
        if (path == null || !path.className().equals(definition.name())) {
            violations.add("the path " + path + " is not of " + definition.name());
            return;
        }
        List<CimName> keys =
                definition.keys().stream().map(CimPropertyDeclaration::name).toList();
        if (path.keys().size() != keys.size()) {
            violations.add("the path " + path + " has not the keys " + keys);
        }
        for (CimKey key : path.keys()) {
            if (!keys.contains(key.name()) || !key.value().equals(instance.value(key.name()))) {
                violations.add("the key " + key + " is not as the property");
            }
        }
    }
}
