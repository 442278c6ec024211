package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;

/** Reads types and constants (DSP0004 §A.1, dataType and initializer). */
final class ValueParser {
    private static final Map<CimName, CimType> TYPES = types();

    private final Tokens tokens;
    private final MofTarget target;

    ValueParser(Tokens tokens, MofTarget target) {
        this.tokens = tokens;
        this.target = target;
    }

    private static Map<CimName, CimType> types() {
        Map<CimName, CimType> types = new HashMap<>();
        for (CimType type : CimType.values()) {
            if (type != CimType.REFERENCE) {
                types.put(CimName.of(type.wireName()), type);
            }
        }
        return types;
    }

    /** The type that the present token names; null: none. */
    @Nullable
    CimType typeHere() {
        CimName name = tokens.peekName();
        return name == null ? null : TYPES.get(name);
    }

    /** Reads the name of a type. */
    CimDataType intrinsicType(String what) throws MofException {
        CimType type = typeHere();
        if (type == null) {
            throw tokens.unexpected(what);
        }
        tokens.advance();
        return CimDataType.of(type);
    }

    /** Reads the brackets of an array, if there are any. */
    CimDataType array(CimDataType element) throws MofException {
        if (!tokens.take(TokenKind.OPEN_BRACKET)) {
            return element;
        }
        Integer size = tokens.at(TokenKind.CLOSE_BRACKET) ? null : (Integer) tokens.positive("the size of the array");
        tokens.expect(TokenKind.CLOSE_BRACKET, "after the size of the array");
        return size == null && element.referenceClass() == null
                ? CimDataType.arrayOf(element.type())
                : new CimDataType(element.type(), true, size, element.referenceClass(), element.embedding());
    }

    /** Reads the value of something of this type, or NULL. */
    @Nullable
    CimValue initializer(CimDataType type) throws MofException {
        if (tokens.at(TokenKind.OPEN_BRACE)) {
            if (!type.array()) {
                throw tokens.unexpected("a single value of type " + type);
            }
            return arrayValue(type);
        }
        if (type.array() && !tokens.atKeyword("null")) {
            throw tokens.unexpected("an array in braces or NULL");
        }
        return constant(type.type());
    }

    private CimValue arrayValue(CimDataType type) throws MofException {
        tokens.advance();
        List<@Nullable CimValue> elements = new ArrayList<>();
        if (!tokens.at(TokenKind.CLOSE_BRACE)) {
            do {
                if (type.arraySize() != null && elements.size() == type.arraySize()) {
                    throw tokens.unexpected("no more than " + type.arraySize() + " values for " + type);
                }
                elements.add(constant(type.type()));
            } while (tokens.take(TokenKind.COMMA));
        }
        tokens.expect(TokenKind.CLOSE_BRACE, "or ',' after a value");
        return new CimValue.Array(type.type(), elements);
    }

    /** Reads one constant of this type, or NULL. */
    @Nullable
    CimValue constant(CimType type) throws MofException {
        return switch (tokens.kind()) {
            case STRING -> string(type);
            case INTEGER -> integer(type);
            case REAL -> real(type);
            case CHARACTER -> type == CimType.CHAR16 ? new CimValue.Char(tokens.character()) : mismatch(type);
            case IDENTIFIER -> word(type);
            default -> mismatch(type);
        };
    }

    private @Nullable CimValue word(CimType type) throws MofException {
        if (tokens.takeKeyword("null")) {
            return null;
        }
        return type == CimType.BOOLEAN ? bool() : mismatch(type);
    }

    private CimValue mismatch(CimType type) throws MofException {
        throw tokens.unexpected("a value of type " + type);
    }

    private CimValue bool() throws MofException {
        if (tokens.takeKeyword("true")) {
            return CimValues.bool(true);
        } else if (tokens.takeKeyword("false")) {
            return CimValues.bool(false);
        }
        return mismatch(CimType.BOOLEAN);
    }

    private CimValue string(CimType type) throws MofException {
        Place place = tokens.place();
        return switch (type) {
            case STRING -> CimValues.text(tokens.string("a string"));
            case DATETIME -> dateTime(tokens.string("a datetime"), place);
            case REFERENCE -> CimValues.reference(ObjectPathReader.read(tokens.string("a path"), place, target));
            default -> mismatch(type);
        };
    }

    private static CimValue dateTime(String text, Place place) throws MofException {
        if (!CimDateTime.isValid(text)) {
            throw place.error("'" + text + "' is not a datetime; write yyyymmddhhmmss.mmmmmm+utc or, for an interval,"
                    + " ddddddddhhmmss.mmmmmm:000");
        }
        return CimValues.dateTime(new CimDateTime(text));
    }

    private CimValue integer(CimType type) throws MofException {
        int from = tokens.offset();
        int to = tokens.end();
        CimValue value;
        if (type.isInteger()) {
            value = NumberLiterals.integer(tokens.source(), from, to, type);
        } else if (type == CimType.CHAR16) {
            value = new CimValue.Char((char) NumberLiterals.integer(tokens.source(), from, to, CimType.UINT16)
                    .bits());
        } else if (type.isReal()) {
            value = NumberLiterals.real(tokens.source(), from, to, type);
        } else {
            return mismatch(type);
        }
        tokens.advance();
        return value;
    }

    private CimValue real(CimType type) throws MofException {
        if (!type.isReal()) {
            return mismatch(type);
        }
        CimValue value = NumberLiterals.real(tokens.source(), tokens.offset(), tokens.end(), type);
        tokens.advance();
        return value;
    }
}
