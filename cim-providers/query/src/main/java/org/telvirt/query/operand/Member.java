package org.telvirt.query.operand;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.query.ClassTree;

/**
 * A property of an object: NULL if the object is NULL, no instance, has no such property, or is not of the class that
 * the property is asked from (DSP0202, scoping operator).
 *
 * @param scope null: any class
 */
public record Member(Operand object, @Nullable CimName scope, CimName name, ClassTree tree) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        if (!(object.value(frame) instanceof CimValue.Embedded embedded)
                || !(embedded.object() instanceof CimInstance instance)) {
            return null;
        }
        boolean inScope = scope == null || scope.equals(instance.className()) || tree.isA(instance.className(), scope);
        return inScope ? instance.value(name) : null;
    }
}
