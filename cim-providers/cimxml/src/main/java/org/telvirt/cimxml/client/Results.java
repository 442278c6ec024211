package org.telvirt.cimxml.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.LocatedClass;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.OpenedQuery;
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

    /** The property whose value, or NULL, is in the answer; the answer says no type, which only the class knows. */
    static CimProperty property(Answer answer, CimName name) throws WireException, CimException {
        CimValue value = null;
        if (answer.next() && answer.in().nextChild()) {
            value = ArgumentReader.untyped(answer.in());
            answer.in().end();
        }
        answer.end();
        return value == null
                ? new CimProperty(name, CimDataType.of(CimType.STRING), null, null)
                : CimProperty.of(name, value);
    }

    /** What a query has selected. */
    static CimInstance selected(XmlInput in) throws WireException {
        if (!in.element().equals("VALUE.OBJECT")) {
            return InstanceReader.withPath(in);
        }
        in.child("INSTANCE");
        CimInstance instance = instance(in);
        in.end();
        return instance;
    }

    private static CimInstance instance(XmlInput in) throws WireException {
        if (!in.element().equals("INSTANCE")) {
            throw in.unexpected();
        }
        return InstanceReader.instance(in);
    }

    static <T> EnumerationPart<T> part(Answer answer, ItemKind<T> kind) throws WireException, CimException {
        ListCursor.Item<?> item = kind.equals(ItemKind.INSTANCES)
                ? Results::instance
                : kind.equals(ItemKind.INSTANCES_WITH_PATH) ? InstanceReader::withPath : Results::path;
        PartReader<T> reader = new PartReader<>(in -> kind.type().cast(item.read(in)));
        reader.read(answer);
        return reader.part();
    }

    static OpenedQuery openedQuery(Answer answer) throws WireException, CimException {
        PartReader<CimInstance> reader = new PartReader<>(Results::instance);
        reader.read(answer);
        return new OpenedQuery(reader.part(), reader.resultClass());
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
