package org.telvirt.cim;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType.Embedding;

/** The type that a value has by itself. */
final class CimDataTypes {
    private static final CimDataType EMBEDDED = CimDataType.of(CimType.STRING).embedding(Embedding.INSTANCE);
    private static final CimDataType EMBEDDED_ARRAY =
            CimDataType.arrayOf(CimType.STRING).embedding(Embedding.INSTANCE);

    private CimDataTypes() {}

    static CimDataType of(CimValue value) {
        if (value instanceof CimValue.Array array) {
            return arrayOf(array);
        }
        return value instanceof CimValue.Embedded ? EMBEDDED : CimDataType.of(scalar(value));
    }

    private static CimDataType arrayOf(CimValue.Array array) {
        for (@Nullable CimValue element : array.elements()) {
            if (element instanceof CimValue.Embedded) {
                return EMBEDDED_ARRAY;
            }
        }
        return CimDataType.arrayOf(array.elementType());
    }

    private static CimType scalar(CimValue value) {
        if (value instanceof CimValue.Int number) {
            return number.type();
        } else if (value instanceof CimValue.Bool) {
            return CimType.BOOLEAN;
        } else if (value instanceof CimValue.Real real) {
            return real.type();
        } else if (value instanceof CimValue.Char) {
            return CimType.CHAR16;
        } else if (value instanceof CimValue.DateTime) {
            return CimType.DATETIME;
        } else if (value instanceof CimValue.Reference) {
            return CimType.REFERENCE;
        }
        return CimType.STRING;
    }
}
