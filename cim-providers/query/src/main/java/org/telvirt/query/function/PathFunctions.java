package org.telvirt.query.function;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.operand.ClassNameOf;
import org.telvirt.query.operand.Kind;

/** Functions of paths and of the objects that they lead to. */
final class PathFunctions {
    private static final Set<Kind> OBJECTS = Set.of(Kind.REFERENCE, Kind.OBJECT);
    private static final Set<Kind> PATHS = Set.of(Kind.REFERENCE, Kind.OBJECT, Kind.TEXT);

    static final List<Function> ALL = List.of(
            Function.of("ClassName", OBJECTS, CimType.STRING, PathFunctions::className),
            Function.of("NamespaceName", PATHS, CimType.STRING, PathFunctions::namespaceName),
            Function.of("HostPort", PATHS, CimType.STRING, PathFunctions::hostPort),
            Function.of("ModelPath", PATHS, CimType.STRING, PathFunctions::modelPath),
            Function.of("ReferenceToString", Kind.REFERENCE, CimType.STRING, PathFunctions::referenceToString),
            Function.of("ClassPath", PATHS, CimType.REFERENCE, PathFunctions::classPath),
            Function.of("ObjectPath", PATHS, CimType.REFERENCE, PathFunctions::objectPath),
            Function.of("InstanceToReference", Kind.OBJECT, CimType.REFERENCE, PathFunctions::objectPath));

    private PathFunctions() {}

    private static @Nullable CimObjectPath path(CimValue value) {
        if (value instanceof CimValue.Reference reference) {
            return reference.path();
        } else if (value instanceof CimValue.Embedded embedded) {
            return embedded.object() instanceof CimInstance instance ? instance.path() : null;
        }
        String text = TextFunctions.text(value);
        return text == null ? null : PathText.read(text);
    }

    private static @Nullable CimValue className(CimValue value) {
        CimName name = ClassNameOf.className(value);
        return name == null ? null : CimValues.text(name.toString());
    }

    private static @Nullable CimValue namespaceName(CimValue value) {
        CimObjectPath path = path(value);
        return path == null || path.namespace() == null
                ? null
                : CimValues.text(path.namespace().toString());
    }

    private static @Nullable CimValue hostPort(CimValue value) {
        CimObjectPath path = path(value);
        return path == null || path.host() == null ? null : CimValues.text(path.host());
    }

    private static @Nullable CimValue modelPath(CimValue value) {
        CimObjectPath path = path(value);
        if (path instanceof CimInstancePath instance) {
            return CimValues.text(instance.on(null).in(null).toString());
        }
        return path == null ? null : CimValues.text(path.className().toString());
    }

    private static @Nullable CimValue referenceToString(CimValue value) {
        CimObjectPath path = path(value);
        return path == null ? null : CimValues.text(path.toString());
    }

    private static @Nullable CimValue classPath(CimValue value) {
        CimObjectPath path = path(value);
        if (path != null) {
            return CimValues.reference(new CimClassPath(path.host(), path.namespace(), path.className()));
        }
        CimName name = ClassNameOf.className(value);
        return name == null ? null : CimValues.reference(new CimClassPath(null, null, name));
    }

    private static @Nullable CimValue objectPath(CimValue value) {
        CimObjectPath path = path(value);
        return path == null ? null : CimValues.reference(path);
    }
}
