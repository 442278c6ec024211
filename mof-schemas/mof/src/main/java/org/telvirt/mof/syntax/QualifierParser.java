package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;

/** Reads qualifiers and their declarations (DSP0004 §A.1, qualifierList and qualifierDeclaration). */
final class QualifierParser {
    private static final Set<CimFlavor> DEFAULT_FLAVORS = Set.of(CimFlavor.OVERRIDABLE, CimFlavor.TO_SUBCLASS);

    private final Tokens tokens;
    private final ValueParser values;
    private final MofTarget target;

    QualifierParser(Tokens tokens, ValueParser values, MofTarget target) {
        this.tokens = tokens;
        this.values = values;
        this.target = target;
    }

    /** Reads a list in brackets, if there is one. */
    WrittenQualifiers list() throws MofException {
        if (!tokens.take(TokenKind.OPEN_BRACKET)) {
            return WrittenQualifiers.NONE;
        }
        WrittenQualifiers list = new WrittenQualifiers();
        do {
            qualifier(list);
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.CLOSE_BRACKET, "or ',' after a qualifier");
        return list;
    }

    private void qualifier(WrittenQualifiers list) throws MofException {
        int offset = tokens.offset();
        CimName name = tokens.name("the name of a qualifier");
        CimQualifierDeclaration declaration = target.qualifier(name);
        if (declaration == null) {
            throw tokens.source()
                    .error(offset, "Qualifier '" + name + "' is not declared; declare it before it is used");
        }
        if (list.find(name) != null) {
            throw tokens.source().error(offset, "Qualifier '" + name + "' is given twice");
        }
        CimValue value = value(declaration);
        Set<CimFlavor> flavors = tokens.at(TokenKind.COLON) ? flavorsOfUse(declaration) : declaration.flavors();
        list.add(new CimQualifier(declaration.name(), declaration.type(), value, flavors, false), declaration, offset);
    }

    private @Nullable CimValue value(CimQualifierDeclaration declaration) throws MofException {
        CimDataType type = declaration.type();
        if (tokens.take(TokenKind.OPEN_PARENTHESIS)) {
            if (type.array() && !tokens.atKeyword("null")) {
                throw tokens.unexpected("'{' since qualifier '" + declaration.name() + "' is an array");
            }
            CimValue value = values.constant(type.type());
            tokens.expect(TokenKind.CLOSE_PARENTHESIS, "after the value of qualifier", declaration.name());
            return value;
        }
        if (tokens.at(TokenKind.OPEN_BRACE)) {
            return values.initializer(type);
        }
        return type.type() == CimType.BOOLEAN && !type.array() ? CimValues.bool(true) : declaration.defaultValue();
    }

    private Set<CimFlavor> flavorsOfUse(CimQualifierDeclaration declaration) throws MofException {
        tokens.advance();
        EnumSet<CimFlavor> flavors = EnumSet.noneOf(CimFlavor.class);
        flavors.addAll(declaration.flavors());
        List<String> seen = new ArrayList<>();
        do {
            flavor(flavors, seen);
        } while (tokens.at(TokenKind.IDENTIFIER));
        return flavors.equals(declaration.flavors()) ? declaration.flavors() : Set.copyOf(flavors);
    }

    private void flavor(Set<CimFlavor> flavors, List<String> seen) throws MofException {
        int offset = tokens.offset();
        String word = tokens.name("a flavor").toString().toLowerCase(Locale.ROOT);
        String opposite;
        switch (word) {
            case "enableoverride" -> {
                flavors.add(CimFlavor.OVERRIDABLE);
                opposite = "disableoverride";
            }
            case "disableoverride" -> {
                flavors.remove(CimFlavor.OVERRIDABLE);
                opposite = "enableoverride";
            }
            case "tosubclass" -> {
                flavors.add(CimFlavor.TO_SUBCLASS);
                opposite = "restricted";
            }
            case "restricted" -> {
                flavors.remove(CimFlavor.TO_SUBCLASS);
                opposite = "tosubclass";
            }
            case "toinstance" -> {
                flavors.add(CimFlavor.TO_INSTANCE);
                opposite = "";
            }
            case "translatable" -> {
                flavors.add(CimFlavor.TRANSLATABLE);
                opposite = "";
            }
            default ->
                throw tokens.source()
                        .error(
                                offset,
                                "Unknown flavor; there are EnableOverride, DisableOverride, ToSubclass, Restricted,"
                                        + " ToInstance and Translatable");
        }
        if (seen.contains(opposite)) {
            throw tokens.source().error(offset, "This flavor contradicts an earlier one of the same qualifier");
        }
        seen.add(word);
    }

    /**
     * Reads a declaration; the word Qualifier is already taken.
     *
     * @param read told when it is read and before it is put anywhere
     */
    void declaration(Runnable read) throws MofException {
        Place place = tokens.place();
        CimName name = tokens.name("the name of a qualifier");
        tokens.expect(TokenKind.COLON, "after the name of qualifier", name);
        CimDataType type = values.array(values.intrinsicType("the type of the qualifier"));
        CimValue defaultValue = tokens.take(TokenKind.EQUALS) ? values.initializer(type) : null;
        tokens.expect(TokenKind.COMMA, "before the scope of qualifier", name);
        tokens.expectKeyword("scope", "of the qualifier");
        Set<CimScope> scopes = scopes();
        Set<CimFlavor> flavors = DEFAULT_FLAVORS;
        if (tokens.take(TokenKind.COMMA)) {
            tokens.expectKeyword("flavor", "of the qualifier");
            flavors = declaredFlavors();
        }
        tokens.expect(TokenKind.SEMICOLON, "after the declaration of qualifier", name);
        read.run();
        target.declare(new CimQualifierDeclaration(name, type, defaultValue, scopes, flavors), place);
    }

    private Set<CimScope> scopes() throws MofException {
        tokens.expect(TokenKind.OPEN_PARENTHESIS, "before a list of scopes");
        EnumSet<CimScope> scopes = EnumSet.noneOf(CimScope.class);
        do {
            scope(scopes);
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.CLOSE_PARENTHESIS, "or ',' after a scope");
        return scopes;
    }

    private void scope(EnumSet<CimScope> scopes) throws MofException {
        int offset = tokens.offset();
        String word = tokens.name("a scope").toString().toUpperCase(Locale.ROOT);
        // a qualifier on a qualifier is a scope of the grammar that nothing uses
        if (word.equals("ANY")) {
            scopes.addAll(EnumSet.allOf(CimScope.class));
        } else if (!word.equals("QUALIFIER")) {
            try {
                scopes.add(CimScope.valueOf(word));
            } catch (IllegalArgumentException e) {
                throw tokens.source()
                        .error(
                                offset,
                                "Unknown scope; there are class, association, indication, property, reference,"
                                        + " method, parameter and any");
            }
        }
    }

    private Set<CimFlavor> declaredFlavors() throws MofException {
        tokens.expect(TokenKind.OPEN_PARENTHESIS, "before a list of flavors");
        EnumSet<CimFlavor> flavors = EnumSet.copyOf(DEFAULT_FLAVORS);
        List<String> seen = new ArrayList<>();
        do {
            flavor(flavors, seen);
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.CLOSE_PARENTHESIS, "or ',' after a flavor");
        return flavors;
    }
}
