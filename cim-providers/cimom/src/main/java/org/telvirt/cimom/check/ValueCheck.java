package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimom.schema.ElementType;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;

/**
 * Brings what a caller gives to its declared type, or refuses it (DSP0200 §5.3.1, DSP0201 §5.2). Values without a type
 * are read as what is declared; a value of another type is refused. Text in place of an embedded object is read by the
 * readers at hand. Safe for use by many threads.
 */
public final class ValueCheck {
    private final PathCheck paths;
    private final List<EmbeddedObjectReader> readers;
    private final EmbeddedCheck embeddeds;

    public ValueCheck(Schemas schemas, List<EmbeddedObjectReader> readers) {
        this.paths = new PathCheck(schemas);
        this.readers = List.copyOf(readers);
        this.embeddeds = new EmbeddedCheck(this);
    }

    /**
     * The value as declared.
     *
     * @param subject what the value is for, such as {@code Parameter X of method Y}; begins messages
     * @param serverHost what the caller calls this server; references to it are local
     * @throws CimException INVALID_PARAMETER: the value is not of the type
     */
    public CimValue typed(String subject, ElementType declared, CimValue value, Schema schema, String serverHost)
            throws CimException {
        return typed(new Target(subject, declared, schema, serverHost), value);
    }

    CimValue typed(Target target, CimValue value) throws CimException {
        CimDataType type = target.type();
        if (!type.array()) {
            return single(target, value);
        }
        if (value instanceof CimValue.Array array) {
            List<@Nullable CimValue> elements = new ArrayList<>(array.elements().size());
            for (@Nullable CimValue element : array.elements()) {
                elements.add(element == null ? null : single(target, element));
            }
            return new CimValue.Array(type.type(), elements);
        }
        if (value instanceof CimValue.Lexical) {
            // senders without types know no arrays of one element either
            List<@Nullable CimValue> elements = new ArrayList<>(1);
            elements.add(single(target, value));
            return new CimValue.Array(type.type(), elements);
        }
        throw target.refuse(value);
    }

    private CimValue single(Target target, CimValue value) throws CimException {
        CimDataType type = target.type();
        if (type.embeds()) {
            return embedded(target, value);
        } else if (value instanceof CimValue.Reference reference && type.type() == CimType.REFERENCE) {
            CimObjectPath local = paths.here(reference.path(), target.serverHost());
            return new CimValue.Reference(
                    paths.reference(target.subject(), local, type.referenceClass(), target.schema()));
        } else if (value instanceof CimValue.Lexical lexical) {
            CimValue read = CimLexical.read(type.type(), lexical.text());
            if (read != null) {
                return read;
            }
        } else if (Fit.fitsOne(type, value)) {
            return value;
        }
        throw target.refuse(value);
    }

    private CimValue embedded(Target target, CimValue value) throws CimException {
        if (value instanceof CimValue.Embedded embedded) {
            return new CimValue.Embedded(embeddeds.checked(target, embedded.object()));
        }
        String text =
                value instanceof CimValue.Text || value instanceof CimValue.Lexical ? LexicalText.of(value) : null;
        if (text == null) {
            throw target.refuse(value);
        }
        for (EmbeddedObjectReader reader : readers) {
            CimObject object = read(target, reader, text);
            if (object != null) {
                return new CimValue.Embedded(embeddeds.checked(target, object));
            }
        }
        throw target.refuse(value);
    }

    private static @Nullable CimObject read(Target target, EmbeddedObjectReader reader, String text)
            throws CimException {
        try {
            return reader.read(text);
        } catch (CimException e) {
            throw new CimException(e.status(), target.subject() + ": " + e.getMessage(), e.errors(), e);
        }
    }
}
