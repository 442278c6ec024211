package org.telvirt.mof.syntax;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObject;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;

/** Reads one MOF text (DSP0004 §A.1, mofSpecification) and stops at its first error. */
public final class MofParser {
    private final Tokens tokens;
    private final MofTarget target;
    private final ValueParser values;
    private final QualifierParser qualifiers;

    /**
     * A parser of this text.
     *
     * @param names shared by the texts of one compilation
     */
    public MofParser(SourceText source, NameTable names, MofTarget target) throws MofException {
        this.tokens = new Tokens(source, names);
        this.target = target;
        this.values = new ValueParser(tokens, target);
        this.qualifiers = new QualifierParser(tokens, values, target);
    }

    /**
     * Reads a text that is a single class or instance.
     *
     * @param target knows classes and qualifiers; nothing is put into it
     */
    public static CimObject object(SourceText source, MofTarget target) throws MofException {
        return EmbeddedText.read(source, new NameTable(), target);
    }

    /** Reads the whole text. */
    public void parse() throws MofException {
        while (!tokens.at(TokenKind.END)) {
            if (tokens.take(TokenKind.HASH)) {
                pragma();
            } else {
                declaration();
            }
        }
    }

    private void pragma() throws MofException {
        tokens.expectKeyword("pragma", "after '#'");
        CimName name = tokens.name("the name of a compiler directive");
        tokens.expect(TokenKind.OPEN_PARENTHESIS, "after the name of a compiler directive");
        Place place = tokens.place();
        String value = tokens.string("the value of a compiler directive in quotes");
        tokens.expect(TokenKind.CLOSE_PARENTHESIS, "after the value of a compiler directive");
        target.pragma(name, value, place);
    }

    private void declaration() throws MofException {
        WrittenQualifiers written = qualifiers.list();
        if (tokens.takeKeyword("class")) {
            target.declare(new ClassParser(tokens, values, qualifiers).declaration(written));
        } else if (tokens.takeKeyword("instance")) {
            target.create(new InstanceParser(tokens, values, qualifiers, target).declaration());
        } else if (written == WrittenQualifiers.NONE && tokens.takeKeyword("qualifier")) {
            qualifiers.declaration();
        } else {
            throw tokens.unexpected("a class, an instance, a qualifier or a compiler directive");
        }
    }
}
