package org.telvirt.conformance.wbem;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;

/**
 * What a class demands of its instances: declared properties of their types, what is required and the keys not NULL, keys as in the
 * path, values of the value map, texts not longer than MaxLen, units in the grammar of programmatic units.
 */
public final class InstanceRules {
    private static final CimName REQUIRED = CimName.of("Required");
    private static final CimName MAX_LEN = CimName.of("MaxLen");
    private static final CimName IS_PUNIT = CimName.of("IsPUnit");
    // DSP0004, annex C: base units with exponents, factors and powers
    private static final Pattern UNIT = Pattern.compile(
            "[a-zA-Z][a-zA-Z ()-]*(\\^-?\\d+)?(\\s*[*/]\\s*([a-zA-Z][a-zA-Z ()-]*|\\d+(\\.\\d+)?)(\\^-?\\d+)?)*");

    private final ClassTree classes;

    /**
     * @param classes those of the namespace that the instances are in
     */
    public InstanceRules(ClassTree classes) {
        this.classes = classes;
    }

    /** Looks at one instance. */
    public void check(CimInstance instance, Findings findings) {
        CimClass declared = classes.find(instance.className());
        if (declared == null) {
            findings.add(
                    instance.path(), "is of class " + instance.className() + ", which its namespace does not have");
            return;
        }
        findings.unless(!declared.isAbstract(), instance.path(), "is of the abstract class " + declared.name());
        for (CimProperty property : instance.properties()) {
            CimPropertyDeclaration declaration = declared.property(property.name());
            if (declaration == null) {
                findings.add(instance.path(), property.name() + " is not a property of " + declared.name());
            } else {
                check(instance, property, declaration, findings);
            }
        }
        for (CimPropertyDeclaration declaration : declared.properties()) {
            boolean needed = declaration.isKey() || declaration.has(REQUIRED);
            findings.unless(
                    !needed || instance.value(declaration.name()) != null,
                    instance.path(),
                    declaration.name() + " is NULL, but " + (declaration.isKey() ? "a key" : "required"));
        }
        keys(instance, declared, findings);
    }

    private static void keys(CimInstance instance, CimClass declared, Findings findings) {
        CimInstancePath path = instance.path();
        if (path == null) {
            return;
        }
        List<CimName> names =
                declared.keys().stream().map(CimPropertyDeclaration::name).toList();
        findings.unless(
                path.keys().size() == names.size()
                        && path.keys().stream().map(CimKey::name).allMatch(names::contains),
                path,
                "has other keys than its class: " + names);
        for (CimKey key : path.keys()) {
            CimValue value = instance.value(key.name());
            findings.unless(
                    value == null || value instanceof CimValue.Reference || value.equals(key.value()),
                    path,
                    key.name() + " is " + value + " in the instance");
        }
    }

    private static void check(
            CimInstance instance, CimProperty property, CimPropertyDeclaration declared, Findings findings) {
        findings.unless(
                property.type().type() == declared.type().type()
                        && property.type().array() == declared.type().array(),
                instance.path(),
                property.name() + " is " + property.type() + ", not " + declared.type());
        CimValue value = property.value();
        List<@Nullable CimValue> values =
                value instanceof CimValue.Array array ? array.elements() : java.util.Collections.singletonList(value);
        ValueMap map = ValueMap.of(declared);
        for (CimValue each : values) {
            if (each == null) {
                continue;
            }
            findings.unless(
                    map == null || map.allows(each),
                    instance.path(),
                    property.name() + " = " + each + " is not in its value map " + map);
            if (each instanceof CimValue.Text text) {
                text(instance, declared, text.value(), findings);
            }
        }
    }

    private static void text(CimInstance instance, CimPropertyDeclaration declared, String text, Findings findings) {
        CimQualifier longest = declared.qualifier(MAX_LEN);
        if (longest != null && longest.value() instanceof CimValue.Int most) {
            findings.unless(text.length() <= most.bits(), instance.path(), declared.name() + " is longer than " + most);
        }
        findings.unless(
                !declared.has(IS_PUNIT) || UNIT.matcher(text).matches(),
                instance.path(),
                declared.name() + " = '" + text + "' is not a programmatic unit");
    }
}
