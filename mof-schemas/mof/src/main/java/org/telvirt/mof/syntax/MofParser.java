package org.telvirt.mof.syntax;

import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObject;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;

/** Reads one MOF text (DSP0004 §A.1, mofSpecification). Whether it goes on after an error is up to its target. */
public final class MofParser {
    private final Tokens tokens;
    private final MofTarget target;
    private final ValueParser values;
    private final QualifierParser qualifiers;
    // whether what is being read was read to its end, so that there is nothing to leave out if it breaks a rule
    private boolean whole;

    /**
     * A parser of this text.
     *
     * @param names shared by the texts of one compilation
     */
    public MofParser(SourceText source, NameTable names, MofTarget target) {
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
        try {
            tokens.start();
        } catch (MofException e) {
            wrong(e);
        }
        while (!tokens.at(TokenKind.END)) {
            tokens.begin();
            whole = false;
            try {
                production();
            } catch (MofException e) {
                wrong(e);
            }
        }
    }

    private void wrong(MofException problem) throws MofException {
        target.problem(problem);
        if (!whole) {
            tokens.recover();
        }
    }

    private void production() throws MofException {
        if (tokens.take(TokenKind.HASH)) {
            pragma();
        } else {
            declaration();
        }
    }

    private void pragma() throws MofException {
        tokens.expectKeyword("pragma", "after '#'");
        CimName name = tokens.name("the name of a compiler directive");
        tokens.expect(TokenKind.OPEN_PARENTHESIS, "after the name of a compiler directive");
        Place place = tokens.place();
        String value = tokens.string("the value of a compiler directive in quotes");
        tokens.expect(TokenKind.CLOSE_PARENTHESIS, "after the value of a compiler directive");
        whole = true;
        target.pragma(name, value, place);
    }

    private void declaration() throws MofException {
        WrittenQualifiers written = qualifiers.list();
        if (tokens.takeKeyword("class")) {
            DeclaredClass declared = new ClassParser(tokens, values, qualifiers).declaration(written);
            whole = true;
            target.declare(declared);
        } else if (tokens.takeKeyword("instance")) {
            DeclaredInstance declared = new InstanceParser(tokens, values, qualifiers, target).declaration();
            whole = true;
            target.create(declared);
        } else if (written == WrittenQualifiers.NONE && tokens.takeKeyword("qualifier")) {
            qualifiers.declaration(() -> whole = true);
        } else {
            throw tokens.unexpected("a class, an instance, a qualifier or a compiler directive");
        }
    }
}
