package org.telvirt.query.operand;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** The name of the class that an object is of, or a reference points to. */
public record ClassNameOf(Operand object) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        CimName name = className(object.value(frame));
        return name == null ? null : CimValues.text(name.toString());
    }

    /** The class; null: NULL, or neither an object nor a reference. */
    public static @Nullable CimName className(@Nullable CimValue value) {
        if (value instanceof CimValue.Reference reference) {
            return reference.path().className();
        } else if (value instanceof CimValue.Embedded embedded) {
            return of(embedded.object());
        }
        return null;
    }

    private static @Nullable CimName of(CimObject object) {
        if (object instanceof CimInstance instance) {
            return instance.className();
        }
        return object instanceof CimClass definition ? definition.name() : null;
    }
}
