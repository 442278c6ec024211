package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;

/** Reads the one class or instance that a string with MOF text stands for. */
final class EmbeddedText implements MofTarget {
    // far more than any model needs; each level needs its own escapes, so that a text is soon unreadable
    private static final int DEEPEST = 16;

    private final MofTarget outer;
    private final int depth;
    private final List<CimObject> objects = new ArrayList<>(1);

    private EmbeddedText(MofTarget outer, int depth) {
        this.outer = outer;
        this.depth = depth;
    }

    /** The object in a text that the value of a property is. */
    static CimValue read(String text, CimName property, NameTable names, MofTarget outer) throws MofException {
        return new CimValue.Embedded(read(SourceText.of(property.toString(), text), names, outer));
    }

    /** The object in a text. */
    static CimObject read(SourceText source, NameTable names, MofTarget outer) throws MofException {
        int depth = outer instanceof EmbeddedText text ? text.depth + 1 : 1;
        if (depth > DEEPEST) {
            throw source.error(0, "Objects are embedded in each other more than " + DEEPEST + " deep");
        }
        EmbeddedText target = new EmbeddedText(outer, depth);
        new MofParser(source, names, target).parse();
        if (target.objects.size() != 1) {
            throw source.error(source.length(), "Expected one embedded instance, found " + target.objects.size());
        }
        return target.objects.get(0);
    }

    @Override
    public @Nullable CimQualifierDeclaration qualifier(CimName name) {
        return outer.qualifier(name);
    }

    @Override
    public @Nullable CimClass classOf(CimName name) throws MofException {
        return outer.classOf(name);
    }

    @Override
    public void declare(CimQualifierDeclaration declaration, Place place) throws MofException {
        throw place.error("A qualifier cannot be declared in an embedded text");
    }

    @Override
    public void declare(DeclaredClass declared) {
        objects.add(declared.written());
    }

    @Override
    public void create(DeclaredInstance declared) throws MofException {
        if (!declared.uses().isEmpty()) {
            throw declared.uses().get(0).place().error("An alias cannot be used in an embedded text");
        }
        objects.add(declared.instance());
    }

    @Override
    public void pragma(CimName name, String value, Place place) throws MofException {
        throw place.error("A compiler directive cannot be in an embedded text");
    }
}
