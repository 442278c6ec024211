package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.source.MofException;

/** Reads classes (DSP0004 §A.1, classDeclaration). One for one class. */
final class ClassParser {
    private final Tokens tokens;
    private final ValueParser values;
    private final QualifierParser qualifiers;
    private final List<CimPropertyDeclaration> properties = new ArrayList<>();
    private final List<CimMethod> methods = new ArrayList<>();
    private final Set<CimName> seen = new HashSet<>();
    private int[] propertyOffsets = new int[16];
    private int[] methodOffsets = new int[8];

    ClassParser(Tokens tokens, ValueParser values, QualifierParser qualifiers) {
        this.tokens = tokens;
        this.values = values;
        this.qualifiers = qualifiers;
    }

    /** Reads a class; its qualifiers and the word class are already taken. */
    DeclaredClass declaration(WrittenQualifiers classQualifiers) throws MofException {
        int nameOffset = tokens.offset();
        CimName name = tokens.name("the name of a class");
        if (tokens.takeKeyword("as")) {
            tokens.expect(TokenKind.DOLLAR, "before an alias");
            tokens.name("an alias");
        }
        int superOffset = nameOffset;
        CimName superclass = null;
        if (tokens.take(TokenKind.COLON)) {
            superOffset = tokens.offset();
            superclass = tokens.name("the name of a superclass");
        }
        classQualifiers.requireClassScope(tokens.source(), superclass != null);
        tokens.expect(TokenKind.OPEN_BRACE, "before the body of class", name);
        while (!tokens.at(TokenKind.CLOSE_BRACE)) {
            element();
        }
        tokens.advance();
        tokens.expect(TokenKind.SEMICOLON, "after class", name);
        return new DeclaredClass(
                new CimClass(name, superclass, classQualifiers.list(), properties, methods),
                tokens.source(),
                offsets(nameOffset, superOffset));
    }

    private int[] offsets(int nameOffset, int superOffset) {
        int[] offsets = new int[2 + properties.size() + methods.size()];
        offsets[0] = nameOffset;
        offsets[1] = superOffset;
        System.arraycopy(propertyOffsets, 0, offsets, 2, properties.size());
        System.arraycopy(methodOffsets, 0, offsets, 2 + properties.size(), methods.size());
        return offsets;
    }

    private void element() throws MofException {
        WrittenQualifiers written = qualifiers.list();
        CimDataType type = type("a property, a method or '}'");
        int offset = tokens.offset();
        CimName name = tokens.name("the name of a property or method");
        if (!seen.add(name)) {
            throw tokens.source().error(offset, "'" + name + "' is declared twice in this class");
        }
        if (tokens.at(TokenKind.OPEN_PARENTHESIS)) {
            method(written, type, name, offset);
        } else {
            property(written, type, name, offset);
        }
    }

    private CimDataType type(String what) throws MofException {
        CimType intrinsic = values.typeHere();
        if (intrinsic != null) {
            tokens.advance();
            return CimDataType.of(intrinsic);
        }
        CimName className = tokens.name(what);
        if (!tokens.takeKeyword("ref")) {
            throw tokens.unexpected("'ref' after '" + className + "', which is not an intrinsic type");
        }
        return CimDataType.referenceTo(className);
    }

    private void property(WrittenQualifiers written, CimDataType scalar, CimName name, int offset) throws MofException {
        boolean reference = scalar.type() == CimType.REFERENCE;
        if (reference && tokens.at(TokenKind.OPEN_BRACKET)) {
            throw tokens.unexpected("no array, since reference '" + name + "' is a property");
        }
        written.requireScope(tokens.source(), reference ? CimScope.REFERENCE : CimScope.PROPERTY);
        CimDataType type = written.typed(values.array(scalar));
        CimValue defaultValue = tokens.take(TokenKind.EQUALS) ? values.initializer(type) : null;
        tokens.expect(TokenKind.SEMICOLON, "after property", name);
        propertyOffsets = grown(propertyOffsets, properties.size());
        propertyOffsets[properties.size()] = offset;
        properties.add(new CimPropertyDeclaration(name, type, defaultValue, written.list(), null, false));
    }

    private void method(WrittenQualifiers written, CimDataType returned, CimName name, int offset) throws MofException {
        if (returned.type() == CimType.REFERENCE) {
            throw tokens.source().error(offset, "Method '" + name + "' cannot return a reference");
        }
        written.requireScope(tokens.source(), CimScope.METHOD);
        tokens.advance();
        List<CimParameter> parameters = new ArrayList<>();
        if (!tokens.at(TokenKind.CLOSE_PARENTHESIS)) {
            do {
                parameters.add(parameter(parameters));
            } while (tokens.take(TokenKind.COMMA));
        }
        tokens.expect(TokenKind.CLOSE_PARENTHESIS, "or ',' after a parameter of method", name);
        tokens.expect(TokenKind.SEMICOLON, "after method", name);
        methodOffsets = grown(methodOffsets, methods.size());
        methodOffsets[methods.size()] = offset;
        methods.add(new CimMethod(name, written.typed(returned), parameters, written.list(), null, false));
    }

    private CimParameter parameter(List<CimParameter> before) throws MofException {
        WrittenQualifiers written = qualifiers.list();
        CimDataType type = type("a parameter");
        int offset = tokens.offset();
        CimName name = tokens.name("the name of a parameter");
        if (declares(before, name)) {
            throw tokens.source().error(offset, "Parameter '" + name + "' is declared twice in this method");
        }
        written.requireScope(tokens.source(), CimScope.PARAMETER);
        return new CimParameter(name, written.typed(values.array(type)), written.list());
    }

    private static boolean declares(List<CimParameter> parameters, CimName name) {
        for (CimParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static int[] grown(int[] offsets, int needed) {
        return needed < offsets.length ? offsets : Arrays.copyOf(offsets, offsets.length * 2);
    }
}
