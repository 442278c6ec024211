package org.telvirt.cim;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The declared type of a property, parameter, method or qualifier.
 *
 * @param type the type of the value or of the array's elements
 * @param array whether it is an array
 * @param arraySize the fixed length; null: any length, or no array
 * @param referenceClass the class that a reference points to; null unless {@code type} is {@link CimType#REFERENCE}
 * @param embedding whether a string stands for an embedded object (DSP0004, qualifiers EmbeddedObject, EmbeddedInstance)
 */
public record CimDataType(
        CimType type,
        boolean array,
        @Nullable Integer arraySize,
        @Nullable CimName referenceClass,
        Embedding embedding) {

    /** What a string property or parameter stands for. */
    public enum Embedding {
        /** The string itself. */
        NONE,
        /** A class or an instance. */
        OBJECT,
        /** An instance. */
        INSTANCE
    }

    private static final Map<CimType, CimDataType> SCALARS = all(false);
    private static final Map<CimType, CimDataType> ARRAYS = all(true);

    private static Map<CimType, CimDataType> all(boolean array) {
        Map<CimType, CimDataType> types = new EnumMap<>(CimType.class);
        for (CimType type : CimType.values()) {
            types.put(type, new CimDataType(type, array, null, null, Embedding.NONE));
        }
        return types;
    }

    /** A single value of this type. */
    public static CimDataType of(CimType type) {
        return Objects.requireNonNull(SCALARS.get(type));
    }

    /** An array of any length of this type. */
    public static CimDataType arrayOf(CimType type) {
        return Objects.requireNonNull(ARRAYS.get(type));
    }

    /** A reference to instances of a class and its subclasses. */
    public static CimDataType referenceTo(CimName className) {
        return new CimDataType(CimType.REFERENCE, false, null, className, Embedding.NONE);
    }

    /** The same type, standing for an embedded object. */
    public CimDataType embedding(Embedding kind) {
        return new CimDataType(type, array, arraySize, referenceClass, kind);
    }

    /** Whether it stands for embedded objects. */
    public boolean embeds() {
        return embedding != Embedding.NONE;
    }

    /** The type as MOF writes it, such as {@code uint16[]} or {@code CIM_System REF}. */
    @Override
    public String toString() {
        String base = referenceClass == null ? type.wireName() : referenceClass + " REF";
        return array ? base + "[" + (arraySize == null ? "" : arraySize) + "]" : base;
    }
}
