package org.telvirt.query.operand;

import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimType;

/** The kinds of values that operators tell apart: values of one kind can be compared. */
public enum Kind {
    NUMBER("a number"),
    TEXT("a string"),
    BOOLEAN("a boolean"),
    TIME("a datetime"),
    REFERENCE("a reference"),
    OBJECT("an embedded object"),
    /** Not known before there is a value, as for properties of embedded objects of any class. */
    ANY("a value");

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    /** How messages call it. */
    public String noun() {
        return noun;
    }

    /** Whether a value of that kind may stand where this one is wanted. */
    public boolean takes(Kind other) {
        return this == other || this == ANY || other == ANY;
    }

    /** The kind of a type, or of its elements. */
    public static Kind of(CimDataType type) {
        return type.embeds() ? OBJECT : of(type.type());
    }

    private static Kind of(CimType type) {
        return switch (type) {
            case BOOLEAN -> BOOLEAN;
            case CHAR16, STRING -> TEXT;
            case DATETIME -> TIME;
            case REFERENCE -> REFERENCE;
            default -> NUMBER;
        };
    }
}
