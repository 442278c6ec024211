package org.telvirt.cimom.schema;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.Qualified;
import org.telvirt.cim.QualifierNames;

/**
 * What a property, parameter or method declares its values to be.
 *
 * @param type with its embedding, even if only the qualifiers tell
 * @param embeddedClass the class of embedded instances, subclasses included; null: any, or nothing is embedded
 */
public record ElementType(CimDataType type, @Nullable CimName embeddedClass) {

    /** The type of an element that is declared like this. */
    public static ElementType of(Qualified element, CimDataType declared) {
        CimQualifier embedded = element.qualifier(QualifierNames.EMBEDDED_INSTANCE);
        if (embedded != null
                && embedded.value() instanceof CimValue.Text className
                && CimName.isValid(className.value())) {
            return new ElementType(declared.embedding(Embedding.INSTANCE), CimName.of(className.value()));
        }
        if (element.has(QualifierNames.EMBEDDED_OBJECT)) {
            return new ElementType(declared.embedding(Embedding.OBJECT), null);
        }
        return new ElementType(shared(declared), null);
    }

    // values bring the shared types along, so that most comparisons end at identity
    private static CimDataType shared(CimDataType declared) {
        CimDataType plain = declared.array() ? CimDataType.arrayOf(declared.type()) : CimDataType.of(declared.type());
        return plain.equals(declared) ? plain : declared;
    }
}
