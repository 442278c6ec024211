package org.telvirt.mof.repository;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;

/**
 * How properties and methods pass from a superclass to a subclass. An inherited element is the same object in all
 * subclasses that do not override it.
 */
final class ElementInheritance {
    private final IdentityHashMap<CimPropertyDeclaration, CimPropertyDeclaration> properties = new IdentityHashMap<>();
    private final IdentityHashMap<CimMethod, CimMethod> methods = new IdentityHashMap<>();

    /** A property that a class introduces. */
    CimPropertyDeclaration introduced(CimPropertyDeclaration own, CimName owner) throws ClassRuleException {
        requireNoOverride(own.qualifiers(), own.name(), owner);
        return new CimPropertyDeclaration(own.name(), own.type(), own.defaultValue(), own.qualifiers(), owner, false);
    }

    /** A method that a class introduces. */
    CimMethod introduced(CimMethod own, CimName owner) throws ClassRuleException {
        requireNoOverride(own.qualifiers(), own.name(), owner);
        return new CimMethod(own.name(), own.returnType(), own.parameters(), own.qualifiers(), owner, false);
    }

    /** A property that a class inherits as it is. */
    CimPropertyDeclaration inherited(CimPropertyDeclaration upper) {
        if (upper.propagated()) {
            return upper;
        }
        CimPropertyDeclaration known = properties.get(upper);
        if (known != null) {
            return known;
        }
        CimPropertyDeclaration inherited = new CimPropertyDeclaration(
                upper.name(),
                upper.type(),
                upper.defaultValue(),
                QualifierInheritance.inherited(upper.qualifiers()),
                upper.classOrigin(),
                true);
        properties.put(upper, inherited);
        return inherited;
    }

    /** A method that a class inherits as it is. */
    CimMethod inherited(CimMethod upper) {
        if (upper.propagated()) {
            return upper;
        }
        CimMethod known = methods.get(upper);
        if (known != null) {
            return known;
        }
        List<CimParameter> parameters = new ArrayList<>(upper.parameters().size());
        for (CimParameter parameter : upper.parameters()) {
            parameters.add(new CimParameter(
                    parameter.name(), parameter.type(), QualifierInheritance.inherited(parameter.qualifiers())));
        }
        CimMethod inherited = new CimMethod(
                upper.name(),
                upper.returnType(),
                parameters,
                QualifierInheritance.inherited(upper.qualifiers()),
                upper.classOrigin(),
                true);
        methods.put(upper, inherited);
        return inherited;
    }

    /** A property that a class overrides; without a default of its own it keeps the inherited one. */
    CimPropertyDeclaration overridden(CimPropertyDeclaration own, CimPropertyDeclaration upper, CimName owner)
            throws ClassRuleException {
        requireOverride(own.qualifiers(), own.name(), owner, upper.classOrigin());
        CimDataType type = refined(own.type(), upper.type(), own.name(), owner);
        CimValue defaultValue = own.defaultValue() == null ? upper.defaultValue() : own.defaultValue();
        return new CimPropertyDeclaration(
                own.name(),
                type,
                defaultValue,
                QualifierInheritance.merged(own.qualifiers(), upper.qualifiers(), owner, own.name()),
                upper.classOrigin(),
                false);
    }

    /** A method that a class overrides. */
    CimMethod overridden(CimMethod own, CimMethod upper, CimName owner) throws ClassRuleException {
        requireOverride(own.qualifiers(), own.name(), owner, upper.classOrigin());
        if (own.parameters().size() != upper.parameters().size()) {
            throw invalid(
                    owner,
                    own.name(),
                    "Method '" + owner + "." + own.name() + "' has "
                            + own.parameters().size()
                            + " parameters and overrides one with "
                            + upper.parameters().size());
        }
        List<CimParameter> parameters = new ArrayList<>(own.parameters().size());
        for (int i = 0; i < own.parameters().size(); i++) {
            parameters.add(
                    overridden(own.parameters().get(i), upper.parameters().get(i), own.name(), owner));
        }
        return new CimMethod(
                own.name(),
                refined(own.returnType(), upper.returnType(), own.name(), owner),
                parameters,
                QualifierInheritance.merged(own.qualifiers(), upper.qualifiers(), owner, own.name()),
                upper.classOrigin(),
                false);
    }

    private static CimParameter overridden(CimParameter own, CimParameter upper, CimName method, CimName owner)
            throws ClassRuleException {
        if (!own.name().equals(upper.name())) {
            throw invalid(
                    owner,
                    method,
                    "Method '" + owner + "." + method + "' has the parameter '" + own.name()
                            + "' where the method it overrides has '" + upper.name() + "'");
        }
        return new CimParameter(
                own.name(),
                refined(own.type(), upper.type(), method, owner),
                QualifierInheritance.merged(own.qualifiers(), upper.qualifiers(), owner, method));
    }

    // the class of a reference may be narrowed; that is checked when all classes are known
    private static CimDataType refined(CimDataType own, CimDataType upper, CimName element, CimName owner)
            throws ClassRuleException {
        boolean sameSize = upper.arraySize() == null || upper.arraySize().equals(own.arraySize());
        if (own.type() != upper.type() || own.array() != upper.array() || !sameSize) {
            throw invalid(
                    owner,
                    element,
                    "'" + owner + "." + element + "' has the type " + own + " where what it overrides has " + upper);
        }
        return own.embeds() ? own : own.embedding(upper.embedding());
    }

    private static void requireOverride(
            List<CimQualifier> qualifiers, CimName element, CimName owner, @Nullable CimName origin)
            throws ClassRuleException {
        String overridden = overridden(qualifiers);
        if (overridden == null) {
            throw invalid(
                    owner,
                    element,
                    "'" + owner + "." + element + "' is inherited from '" + origin + "'; add the qualifier Override(\""
                            + element + "\") to override it");
        }
        if (!element.is(overridden.substring(overridden.lastIndexOf('.') + 1))) {
            throw invalid(
                    owner,
                    element,
                    "'" + owner + "." + element + "' overrides '" + overridden + "', which has another name");
        }
    }

    private static void requireNoOverride(List<CimQualifier> qualifiers, CimName element, CimName owner)
            throws ClassRuleException {
        String overridden = overridden(qualifiers);
        if (overridden != null) {
            throw invalid(
                    owner,
                    element,
                    "'" + owner + "." + element + "' overrides '" + overridden + "', which no superclass has");
        }
    }

    private static @Nullable String overridden(List<CimQualifier> qualifiers) {
        for (CimQualifier qualifier : qualifiers) {
            if (qualifier.name().equals(QualifierNames.OVERRIDE)) {
                return qualifier.value() instanceof CimValue.Text text ? text.value() : null;
            }
        }
        return null;
    }

    private static ClassRuleException invalid(CimName owner, CimName element, String problem) {
        return new ClassRuleException(CimStatus.INVALID_PARAMETER, owner, element, problem);
    }
}
