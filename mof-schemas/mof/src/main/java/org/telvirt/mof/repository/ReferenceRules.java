package org.telvirt.mof.repository;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimStatus;

/**
 * What can only be checked of references when all classes are known.
 *
 * @param open whether more classes are to come, so that methods may refer to some that do not exist yet
 */
record ReferenceRules(Map<CimName, CimClass> classes, boolean open) {

    void check(CimClass definition) throws ClassRuleException {
        CimClass superclass = definition.superclass() == null ? null : classes.get(definition.superclass());
        for (CimPropertyDeclaration property : definition.properties()) {
            if (property.isReference() && !property.propagated()) {
                CimPropertyDeclaration upper = superclass == null ? null : superclass.property(property.name());
                check(property.type(), upper == null ? null : upper.type(), definition.name(), property.name());
            }
        }
        for (CimMethod method : definition.methods()) {
            if (!method.propagated()) {
                check(method, superclass == null ? null : superclass.method(method.name()), definition.name());
            }
        }
    }

    private void check(CimMethod method, @Nullable CimMethod upper, CimName owner) throws ClassRuleException {
        for (int i = 0; i < method.parameters().size(); i++) {
            CimParameter parameter = method.parameters().get(i);
            CimDataType inherited =
                    upper == null ? null : upper.parameters().get(i).type();
            if (!open || isKnown(parameter.type())) {
                check(parameter.type(), inherited, owner, method.name());
            }
        }
    }

    private boolean isKnown(CimDataType type) {
        CimName target = type.referenceClass();
        return target != null && classes.containsKey(target);
    }

    private void check(CimDataType type, @Nullable CimDataType upper, CimName owner, CimName element)
            throws ClassRuleException {
        CimName target = type.referenceClass();
        if (target == null) {
            return;
        }
        if (!classes.containsKey(target)) {
            throw invalid(owner, element, "refers to the class '" + target + "', which does not exist");
        }
        CimName inherited = upper == null ? null : upper.referenceClass();
        if (inherited != null && !isA(target, inherited)) {
            throw invalid(
                    owner,
                    element,
                    "refers to '" + target + "', which is no subclass of '" + inherited + "' that it inherits");
        }
    }

    private boolean isA(CimName name, CimName ancestor) {
        CimName next = name;
        while (next != null) {
            if (next.equals(ancestor)) {
                return true;
            }
            CimClass definition = classes.get(next);
            next = definition == null ? null : definition.superclass();
        }
        return false;
    }

    private static ClassRuleException invalid(CimName owner, CimName element, String cause) {
        return new ClassRuleException(
                CimStatus.INVALID_PARAMETER, owner, element, "'" + owner + "." + element + "' " + cause);
    }
}
