package org.telvirt.cim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The intrinsic types of CIM (DSP0004 §5.2). */
public enum CimType {
    BOOLEAN(0),
    UINT8(8),
    SINT8(8),
    UINT16(16),
    SINT16(16),
    UINT32(32),
    SINT32(32),
    UINT64(64),
    SINT64(64),
    REAL32(32),
    REAL64(64),
    CHAR16(16),
    STRING(0),
    DATETIME(0),
    REFERENCE(0);

    private static final CimType[] TYPES = values();

    private final int bits;
    private final String wireName;

    CimType(int bits) {
        this.bits = bits;
        this.wireName = name().toLowerCase(Locale.ROOT);
    }

    /** The type of this name regardless of case, such as {@code uint16}; null: there is none. */
    public static @Nullable CimType named(String name) {
        for (CimType type : TYPES) {
            if (type.wireName.equalsIgnoreCase(name)) {
                return type;
            }
        }
        return null;
    }

    /** The name in MOF and CIM-XML, lower case. */
    public String wireName() {
        return wireName;
    }

    /** The width of a number in bits; 0 for types that are none. */
    public int bits() {
        return bits;
    }

    /** Whether values are whole numbers. */
    public boolean isInteger() {
        return bits > 0 && this != CHAR16 && !isReal();
    }

    /** Whether values are whole numbers from zero. */
    public boolean isUnsigned() {
        return this == UINT8 || this == UINT16 || this == UINT32 || this == UINT64;
    }

    /** Whether values are floating-point numbers. */
    public boolean isReal() {
        return this == REAL32 || this == REAL64;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
