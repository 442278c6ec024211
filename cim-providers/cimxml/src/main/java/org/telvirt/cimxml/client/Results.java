package org.telvirt.cimxml.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimxml.codec.ArgumentReader;
import org.telvirt.cimxml.codec.ClassReader;
import org.telvirt.cimxml.codec.InstanceReader;
import org.telvirt.cimxml.codec.PathReader;
import org.telvirt.cimxml.codec.ValueReader;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads what the operations answer (DSP0200 §5.4.2). */
final class Results {
    private Results() {}

    static CimInstancePath path(XmlInput in) throws WireException {
        if (PathReader.read(in) instanceof CimInstancePath path) {
            return path;
        }
        throw in.invalid("the path of a class stands where that of an instance must be");
    }

    static CimInstancePath objectPath(XmlInput in) throws WireException {
        in.child("INSTANCEPATH");
        CimInstancePath path = path(in);
        in.end();
        return path;
    }

    static CimClassPath classObjectPath(XmlInput in) throws WireException {
        in.child("CLASSPATH");
        CimClassPath path = classPath(in);
        in.end();
        return path;
    }

    private static CimClassPath classPath(XmlInput in) throws WireException {
        CimObjectPath path = PathReader.read(in);
        if (path instanceof CimClassPath classPath) {
            return classPath;
        }
        throw in.invalid("the path of an instance stands where that of a class must be");
    }

    static LocatedClass locatedClass(XmlInput in) throws WireException {
        in.child("CLASSPATH");
        CimClassPath path = classPath(in);
        in.child("CLASS");
        CimClass definition = ClassReader.cimClass(in);
        in.end();
        return new LocatedClass(path, definition);
    }

    static CimName className(XmlInput in) throws WireException {
        return PathReader.read(in).className();
    }

    /** The one thing in the IRETURNVALUE of an answer. */
    static <T> T single(Answer answer, ListCursor.Item<T> item) throws WireException, CimException {
        if (!answer.next()) {
            throw answer.in().invalid("the answer has no IRETURNVALUE");
        }
        answer.in().child("a result");
        T value = item.read(answer.in());
        answer.in().end();
        answer.end();
        return value;
    }

    static OptionalLong count(Answer answer) throws WireException, CimException {
        OptionalLong count = OptionalLong.empty();
        if (answer.next() && answer.in().nextChild()) {
            CimValue value = ValueReader.read(answer.in(), CimDataType.of(CimType.UINT64));
            count = value instanceof CimValue.Int number ? OptionalLong.of(number.bits()) : count;
            answer.in().end();
        }
        answer.end();
        return count;
    }

    static <T> EnumerationPart<T> part(Answer answer, Class<T> type) throws WireException, CimException {
        List<T> items = new ArrayList<>();
        String context = "";
        boolean last = true;
        XmlInput in = answer.in();
        while (answer.next()) {
            if (in.element().equals("IRETURNVALUE")) {
                while (in.nextChild()) {
                    items.add(type.cast(type == CimInstance.class ? InstanceReader.withPath(in) : path(in)));
                }
                continue;
            }
            CimArgument argument = ArgumentReader.argument(in);
            String text = text(argument.value());
            if (argument.name().is("EndOfSequence")) {
                last = text.equalsIgnoreCase("true");
            } else if (argument.name().is("EnumerationContext")) {
                context = text;
            }
        }
        answer.end();
        return new EnumerationPart<>(items, last ? null : context);
    }

    // servers need not say the type of these two
    private static String text(@Nullable CimValue value) {
        if (value instanceof CimValue.Text text) {
            return text.value();
        } else if (value instanceof CimValue.Lexical lexical) {
            return lexical.text();
        }
        return value instanceof CimValue.Bool bool ? Boolean.toString(bool.value()) : "";
    }

    static MethodResult method(Answer answer) throws WireException, CimException {
        CimValue returned = null;
        List<CimArgument> outputs = new ArrayList<>();
        while (answer.next()) {
            if (answer.in().element().equals("RETURNVALUE")) {
                returned = ArgumentReader.returned(answer.in());
            } else {
                outputs.add(ArgumentReader.argument(answer.in()));
            }
        }
        answer.end();
        return new MethodResult(returned, outputs);
    }
}
