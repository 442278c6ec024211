package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.Qualified;
import org.telvirt.cimom.schema.ElementType;
import org.telvirt.mof.repository.NamespaceSchema;

/**
 * Checks the declaration of a class that a caller gives by itself, before its superclass is looked at (DSP0200 §5.4.2.5,
 * DSP0004 §5.6): qualifiers are declared, of their type and where they may be; defaults are of their type; no name occurs
 * twice. What the declaration says it has inherited, and the superclass has, is left out.
 */
public final class ClassCheck {
    private final NamespaceSchema schema;
    private final CimClass given;
    private final @Nullable CimClass superclass;

    private ClassCheck(CimClass given, NamespaceSchema schema) {
        this.schema = schema;
        this.given = given;
        this.superclass = given.superclass() == null ? null : schema.find(given.superclass());
    }

    /**
     * The class with its own elements only, flavors as the qualifiers are declared.
     *
     * @throws CimException INVALID_PARAMETER: it breaks a rule
     */
    public static CimClass checked(CimClass given, NamespaceSchema schema) throws CimException {
        return new ClassCheck(given, schema).checked();
    }

    private CimClass checked() throws CimException {
        return new CimClass(
                given.name(),
                given.superclass(),
                qualifiers(given, "class " + given.name(), classScopes(), superclass),
                properties(),
                methods());
    }

    private Set<CimScope> classScopes() {
        Set<CimScope> scopes = EnumSet.of(CimScope.CLASS);
        if (given.isAssociation() || superclass != null) {
            scopes.add(CimScope.ASSOCIATION);
        }
        if (given.isIndication() || superclass != null) {
            scopes.add(CimScope.INDICATION);
        }
        return scopes;
    }

    private List<CimPropertyDeclaration> properties() throws CimException {
        List<CimPropertyDeclaration> own = new ArrayList<>();
        Set<CimName> seen = new HashSet<>();
        for (CimPropertyDeclaration property : given.properties()) {
            requireNew(seen, property.name());
            CimPropertyDeclaration upper = superclass == null ? null : superclass.property(property.name());
            if (upper != null && property.propagated()) {
                continue;
            }
            String subject = "property " + given.name() + "." + property.name();
            CimScope scope = property.isReference() ? CimScope.REFERENCE : CimScope.PROPERTY;
            List<CimQualifier> qualifiers = qualifiers(property, subject, Set.of(scope), upper);
            CimPropertyDeclaration checked = new CimPropertyDeclaration(
                    property.name(), property.type(), property.defaultValue(), qualifiers, null, false);
            CimDataType type = ElementType.of(checked, property.type()).type();
            refuseKey(checked, type);
            own.add(new CimPropertyDeclaration(
                    property.name(), type, value(subject, type, property.defaultValue()), qualifiers, null, false));
        }
        return own;
    }

    private void refuseKey(CimPropertyDeclaration property, CimDataType type) throws CimException {
        if (property.isKey() && (type.array() || type.embeds())) {
            throw CimException.invalidParameter("The key " + property.name() + " of class " + given.name() + " is a "
                    + type + (type.embeds() ? " that embeds objects" : "")
                    + "; a key is a single plain value or a reference");
        }
    }

    private List<CimMethod> methods() throws CimException {
        List<CimMethod> own = new ArrayList<>();
        Set<CimName> seen = new HashSet<>();
        for (CimMethod method : given.methods()) {
            requireNew(seen, method.name());
            CimMethod upper = superclass == null ? null : superclass.method(method.name());
            if (upper == null || !method.propagated()) {
                String subject = "method " + given.name() + "." + method.name();
                List<CimQualifier> qualifiers = qualifiers(method, subject, Set.of(CimScope.METHOD), upper);
                own.add(new CimMethod(
                        method.name(), method.returnType(), parameters(method, subject), qualifiers, null, false));
            }
        }
        return own;
    }

    private List<CimParameter> parameters(CimMethod method, String owner) throws CimException {
        List<CimParameter> checked = new ArrayList<>();
        Set<CimName> seen = new HashSet<>();
        for (CimParameter parameter : method.parameters()) {
            requireNew(seen, parameter.name());
            String subject = "parameter " + parameter.name() + " of " + owner;
            List<CimQualifier> qualifiers = qualifiers(parameter, subject, Set.of(CimScope.PARAMETER), null);
            CimParameter own = new CimParameter(parameter.name(), parameter.type(), qualifiers);
            checked.add(new CimParameter(
                    parameter.name(), ElementType.of(own, parameter.type()).type(), qualifiers));
        }
        return checked;
    }

    private void requireNew(Set<CimName> seen, CimName name) throws CimException {
        if (!seen.add(name)) {
            throw CimException.invalidParameter("Class " + given.name() + " declares '" + name + "' twice");
        }
    }

    private List<CimQualifier> qualifiers(
            Qualified element, String subject, Set<CimScope> scopes, @Nullable Qualified upper) throws CimException {
        List<CimQualifier> checked = new ArrayList<>();
        Set<CimName> seen = new HashSet<>();
        for (CimQualifier qualifier : element.qualifiers()) {
            requireNew(seen, qualifier.name());
            if (!qualifier.propagated() || upper == null || upper.qualifier(qualifier.name()) == null) {
                checked.add(qualifier(qualifier, subject, scopes));
            }
        }
        return checked;
    }

    private CimQualifier qualifier(CimQualifier qualifier, String subject, Set<CimScope> scopes) throws CimException {
        CimQualifierDeclaration declared = schema.qualifier(qualifier.name());
        if (declared == null) {
            throw CimException.invalidParameter("The qualifier " + qualifier.name() + " of " + subject
                    + " is not declared in this namespace; declare it by SetQualifier first");
        }
        if (declared.scopes().stream().noneMatch(scopes::contains)) {
            throw CimException.invalidParameter("The qualifier " + declared.name() + " cannot be on " + subject
                    + "; its declaration allows " + declared.scopes().toString().toLowerCase(Locale.ROOT));
        }
        CimDataType type = declared.type();
        CimValue value = qualifier.value();
        if (value == null) {
            boolean flag = type.equals(CimDataType.of(CimType.BOOLEAN));
            value = flag ? CimValues.bool(true) : declared.defaultValue();
        }
        String owner = "qualifier " + declared.name() + " of " + subject;
        return new CimQualifier(declared.name(), type, value(owner, type, value), declared.flavors(), false);
    }

    private static @Nullable CimValue value(String subject, CimDataType type, @Nullable CimValue given)
            throws CimException {
        CimValue value = given;
        if (given instanceof CimValue.Lexical lexical && !type.array()) {
            value = CimLexical.read(type.type(), lexical.text());
        }
        boolean text = type.embeds() && value instanceof CimValue.Text;
        if (given != null && (value == null || !(text || Fit.fits(type, value)))) {
            throw CimException.invalidParameter(
                    "The " + subject + " is declared " + type + "; " + Fit.describe(given) + " is not");
        }
        return value;
    }

    /**
     * The declaration of a qualifier, whose default is of its type.
     *
     * @throws CimException INVALID_PARAMETER: it is not, or the qualifier can be nowhere
     */
    public static CimQualifierDeclaration checked(CimQualifierDeclaration given) throws CimException {
        if (given.type().type() == CimType.REFERENCE) {
            throw CimException.invalidParameter("The qualifier " + given.name() + " cannot be a reference");
        }
        if (given.scopes().isEmpty()) {
            throw CimException.invalidParameter("The qualifier " + given.name() + " has no scope; give it one");
        }
        return new CimQualifierDeclaration(
                given.name(),
                given.type(),
                value("qualifier " + given.name(), given.type(), given.defaultValue()),
                given.scopes(),
                given.flavors());
    }
}
