package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;

/** Reads instances (DSP0004 §A.1, instanceDeclaration). One for one instance. */
final class InstanceParser {
    private final Tokens tokens;
    private final ValueParser values;
    private final QualifierParser qualifiers;
    private final MofTarget target;
    private final List<CimProperty> properties = new ArrayList<>();
    private final List<DeclaredInstance.AliasUse> uses = new ArrayList<>();

    InstanceParser(Tokens tokens, ValueParser values, QualifierParser qualifiers, MofTarget target) {
        this.tokens = tokens;
        this.values = values;
        this.qualifiers = qualifiers;
        this.target = target;
    }

    /** Reads an instance; its qualifiers and the word instance are already taken. */
    DeclaredInstance declaration() throws MofException {
        tokens.expectKeyword("of", "after 'instance'");
        Place place = tokens.place();
        CimName className = tokens.name("the name of a class");
        CimClass definition = target.classOf(className);
        if (definition == null) {
            throw place.error("There is no class '" + className + "'; declare it before its instances");
        }
        CimName alias = null;
        if (tokens.takeKeyword("as")) {
            alias = alias();
        }
        tokens.expect(TokenKind.OPEN_BRACE, "before the properties of an instance of", className);
        while (!tokens.at(TokenKind.CLOSE_BRACE)) {
            property(definition);
        }
        tokens.advance();
        tokens.expect(TokenKind.SEMICOLON, "after an instance of", className);
        return new DeclaredInstance(new CimInstance(definition.name(), properties, null), alias, uses, place);
    }

    private CimName alias() throws MofException {
        tokens.expect(TokenKind.DOLLAR, "before an alias");
        return tokens.name("an alias");
    }

    private void property(CimClass definition) throws MofException {
        // qualifiers on instances mean nothing any more but older files have them
        qualifiers.list();
        Place place = tokens.place();
        CimName name = tokens.name("a property or '}'");
        CimPropertyDeclaration declaration = definition.property(name);
        if (declaration == null) {
            throw place.error("Class '" + definition.name() + "' has no property '" + name + "'");
        }
        for (CimProperty earlier : properties) {
            if (earlier.name().equals(name)) {
                throw place.error("Property '" + name + "' is given twice");
            }
        }
        tokens.expect(TokenKind.EQUALS, "after property", name);
        CimValue value = value(declaration);
        tokens.expect(TokenKind.SEMICOLON, "after the value of property", name);
        properties.add(new CimProperty(declaration.name(), declaration.type(), value, null));
    }

    private @Nullable CimValue value(CimPropertyDeclaration declaration) throws MofException {
        Place place = tokens.place();
        if (tokens.at(TokenKind.DOLLAR) && declaration.isReference()) {
            uses.add(new DeclaredInstance.AliasUse(declaration.name(), alias(), place));
            return null;
        }
        CimValue value = values.initializer(declaration.type());
        return declaration.type().embeds() ? embedded(value, declaration, place) : value;
    }

    private @Nullable CimValue embedded(@Nullable CimValue value, CimPropertyDeclaration declaration, Place place)
            throws MofException {
        if (value instanceof CimValue.Text text) {
            try {
                return EmbeddedText.read(text.value(), declaration.name(), tokens.names(), target);
            } catch (MofException e) {
                throw place.error(
                        "The text embedded in property '" + declaration.name() + "' is wrong: " + e.getMessage());
            }
        }
        if (value instanceof CimValue.Array array) {
            List<@Nullable CimValue> elements = new ArrayList<>(array.elements().size());
            for (CimValue element : array.elements()) {
                elements.add(embedded(element, declaration, place));
            }
            return new CimValue.Array(array.elementType(), elements);
        }
        return value;
    }
}
