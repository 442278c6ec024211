package org.telvirt.cimxml.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.CimError;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/**
 * The parameters of an intrinsic operation, named regardless of case. Absent and NULL mean the same. Methods throw
 * INVALID_PARAMETER for what is missing or of the wrong kind, and refuse the message for text that is no value.
 */
final class Parameters {
    private final String operation;
    private final Map<String, @Nullable CimValue> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, CimQualifierDeclaration> declarations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> repeated = new LinkedHashSet<>();

    Parameters(String operation) {
        this.operation = operation;
    }

    void put(String name, @Nullable CimValue value) {
        if (values.containsKey(name)) {
            repeated.add(name);
        }
        values.put(name, value);
    }

    void put(String name, CimQualifierDeclaration declaration) {
        put(name, (CimValue) null);
        declarations.put(name, declaration);
    }

    /** Refuses names that are given twice or are not among these. */
    void checkNames(List<String> allowed) throws CimException {
        if (!repeated.isEmpty()) {
            throw refused("the parameter " + repeated.iterator().next() + " is given more than once");
        }
        for (String name : values.keySet()) {
            if (!isOneOf(allowed, name)) {
                String known = allowed.isEmpty() ? "it takes none" : "it takes " + String.join(", ", allowed);
                throw refused("there is no parameter " + XmlInput.shown(name) + "; " + known);
            }
        }
    }

    private static boolean isOneOf(List<String> allowed, String name) {
        for (String each : allowed) {
            if (each.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private CimException refused(String reason) {
        return CimException.invalidParameter("Cannot perform " + operation + ": " + reason);
    }

    private CimException missing(String name) {
        return refused("the parameter " + name + " is missing");
    }

    private CimException wrongKind(String name, String expected) {
        return refused("the parameter " + name + " must be " + expected);
    }

    CimName className(String name) throws CimException {
        CimName className = optionalClassName(name);
        if (className == null) {
            throw missing(name);
        }
        return className;
    }

    @Nullable
    CimName optionalClassName(String name) throws CimException {
        CimValue value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof CimValue.Reference reference && reference.path() instanceof CimClassPath path) {
            return path.className();
        }
        throw wrongKind(name, "a CLASSNAME");
    }

    /** An instance; its path is null if the message says none. */
    CimInstance instance(String name) throws CimException {
        if (required(name) instanceof CimValue.Embedded embedded && embedded.object() instanceof CimInstance instance) {
            return instance;
        }
        throw wrongKind(name, "an INSTANCE or a VALUE.NAMEDINSTANCE");
    }

    CimClass cimClass(String name) throws CimException {
        if (required(name) instanceof CimValue.Embedded embedded && embedded.object() instanceof CimClass definition) {
            return definition;
        }
        throw wrongKind(name, "a CLASS");
    }

    CimQualifierDeclaration declaration(String name) throws CimException {
        CimQualifierDeclaration declaration = declarations.get(name);
        if (declaration != null) {
            return declaration;
        }
        required(name);
        throw wrongKind(name, "a QUALIFIER.DECLARATION");
    }

    /** The value as it was sent; null: absent or NULL. */
    @Nullable
    CimValue value(String name) throws CimException {
        if (declarations.containsKey(name)) {
            throw wrongKind(name, "a value, not a QUALIFIER.DECLARATION");
        }
        return values.get(name);
    }

    private CimValue required(String name) throws CimException {
        CimValue value = values.get(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    CimInstancePath instanceName(String name) throws CimException {
        if (objectName(name) instanceof CimInstancePath path) {
            return path;
        }
        throw wrongKind(name, "an INSTANCENAME");
    }

    CimObjectPath objectName(String name) throws CimException {
        if (required(name) instanceof CimValue.Reference reference) {
            return reference.path();
        }
        throw wrongKind(name, "an INSTANCENAME or a CLASSNAME");
    }

    @Nullable
    String text(String name) throws CimException {
        CimValue value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof CimValue.Lexical lexical) {
            return lexical.text();
        }
        throw wrongKind(name, "a VALUE");
    }

    String requiredText(String name) throws CimException {
        String text = text(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    /** A name in a VALUE, such as a role; null: absent or empty. */
    @Nullable
    CimName nameText(String name) throws CimException {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!CimName.isValid(text.strip())) {
            throw wrongKind(name, "a CIM name, not '" + XmlInput.shown(text) + "'");
        }
        return CimName.of(text.strip());
    }

    /** A name in a VALUE that must be there, such as that of a property. */
    CimName requiredNameText(String name) throws CimException {
        requiredText(name);
        CimName value = nameText(name);
        if (value == null) {
            throw wrongKind(name, "a CIM name and not empty");
        }
        return value;
    }

    boolean flag(String name, boolean otherwise) throws CimException, WireException {
        return typed(name, CimType.BOOLEAN) instanceof CimValue.Bool bool ? bool.value() : otherwise;
    }

    /** A uint32; null: absent. */
    @Nullable
    Long uint32(String name) throws CimException, WireException {
        return typed(name, CimType.UINT32) instanceof CimValue.Int number ? (Long) number.bits() : null;
    }

    long requiredUint32(String name) throws CimException, WireException {
        Long number = uint32(name);
        if (number == null) {
            throw missing(name);
        }
        return number;
    }

    private @Nullable CimValue typed(String name, CimType type) throws CimException, WireException {
        String text = text(name);
        if (text == null) {
            return null;
        }
        CimValue value = CimLexical.read(type, text);
        if (value == null) {
            throw new WireException(
                    CimError.REQUEST_NOT_VALID,
                    "The parameter " + name + " of " + operation + " is '" + XmlInput.shown(text) + "', which is not a "
                            + type + " value");
        }
        return value;
    }

    /** The names in PropertyList; null: it is absent. What is no name at all names no property and is left out. */
    @Nullable
    Set<CimName> propertyList() throws CimException {
        CimValue value = values.get("PropertyList");
        if (value == null) {
            return null;
        }
        List<@Nullable CimValue> elements = new ArrayList<>();
        if (value instanceof CimValue.Array array) {
            elements.addAll(array.elements());
        } else {
            elements.add(value);
        }
        Set<CimName> names = new LinkedHashSet<>();
        for (@Nullable CimValue element : elements) {
            if (element instanceof CimValue.Lexical lexical) {
                String name = lexical.text().strip();
                if (CimName.isValid(name)) {
                    names.add(CimName.of(name));
                }
            } else if (element != null) {
                throw wrongKind("PropertyList", "a VALUE.ARRAY of names");
            }
        }
        return names;
    }
}
