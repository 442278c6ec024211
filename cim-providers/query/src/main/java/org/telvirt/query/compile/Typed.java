package org.telvirt.query.compile;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Constant;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.operand.Operand;

/**
 * An operand with what is known of its values before there are any.
 *
 * @param type null: nothing is known
 * @param objectClass the class of the objects; null: not known, or no objects
 * @param declaration the property that it is, or an element of; null: none that is known
 */
record Typed(
        Operand operand,
        @Nullable CimDataType type,
        @Nullable CimName objectClass,
        @Nullable CimPropertyDeclaration declaration) {

    static Typed of(Operand operand, CimType type) {
        return new Typed(operand, CimDataType.of(type), null, null);
    }

    /** What nothing is known of. */
    static Typed unknown(Operand operand) {
        return new Typed(operand, null, null, null);
    }

    Kind kind() {
        return type == null ? Kind.ANY : Kind.of(type);
    }

    boolean isArray() {
        return type != null && type.array();
    }

    /** Whether it is one value, as far as is known. */
    boolean maybeScalar() {
        return !isArray();
    }

    /** The value of a constant; null: NULL or no constant. */
    @Nullable
    CimValue constant() {
        return operand instanceof Constant constant ? constant.constant() : null;
    }

    /** The same operand as an element of what it was. */
    Typed element(Operand element) {
        CimDataType single = type == null || !type.array()
                ? type
                : new CimDataType(type.type(), false, null, type.referenceClass(), type.embedding());
        return new Typed(element, single, objectClass, declaration);
    }

    Typed with(Operand other) {
        return new Typed(other, type, objectClass, declaration);
    }

    /** How messages call it. */
    String noun() {
        String what = type == null ? "a value" : type.embeds() ? "an embedded object" : type.toString();
        return declaration == null || isElement() ? what : declaration.name() + " (" + what + ")";
    }

    private boolean isElement() {
        return declaration != null && declaration.type().array() != isArray();
    }
}
