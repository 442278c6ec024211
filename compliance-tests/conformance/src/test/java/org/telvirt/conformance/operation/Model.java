package org.telvirt.conformance.operation;

import java.io.IOException;
import java.util.List;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** The classes that the scenarios are played with, and instances of them. */
final class Model {
    static final CimName THING = CimName.of("TST_Thing");
    static final CimName SPECIAL_THING = CimName.of("TST_SpecialThing");
    static final CimName IDEA = CimName.of("TST_Idea");
    static final CimName PART = CimName.of("TST_Part");
    static final CimName HOLDS = CimName.of("TST_Holds");
    static final CimName UNKNOWN = CimName.of("TST_Unknown");
    static final CimName ID = CimName.of("ID");
    static final CimName NOTE = CimName.of("Note");
    static final CimName BIG = CimName.of("Big");
    static final CimName EXTRA = CimName.of("Extra");
    static final CimName LABEL = CimName.of("Label");
    static final CimName HOLDER = CimName.of("Holder");
    static final CimName HELD = CimName.of("Held");
    static final CimName WEIGHT = CimName.of("Weight");

    private Model() {}

    /** Compiles classes on top of the standard qualifiers. */
    static NamespaceSchema compiled(String mof) {
        try (MofSource qualifiers = MofSource.classPath(Model.class.getClassLoader(), "org/telvirt/schema/cim");
                MofSource model = MofSource.text("model.mof", mof)) {
            MofCompiler compiler = new MofCompiler(org.telvirt.cim.CimNamespace.of("root"));
            compiler.compile(qualifiers, "qualifiers.mof");
            compiler.compile(model, "model.mof");
            NamespaceSchema schema = compiler.finish().classes().namespace(org.telvirt.cim.CimNamespace.of("root"));
            return schema == null ? NamespaceSchema.EMPTY : schema;
        } catch (IOException | MofException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes of the scenarios as their authors declared them, superclasses first. */
    static List<CimClass> classes() {
        try (var in = Model.class.getResourceAsStream("model.mof")) {
            if (in == null) {
                throw new IllegalStateException("model.mof is missing");
            }
            return declared(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes of a text, each with what it declares itself. */
    static List<CimClass> declared(String mof) {
        return compiled(mof).classes().stream().map(Model::own).toList();
    }

    private static CimClass own(CimClass resolved) {
        return new CimClass(
                resolved.name(),
                resolved.superclass(),
                resolved.qualifiers().stream().filter(q -> !q.propagated()).toList(),
                resolved.properties().stream()
                        .filter(p -> !p.propagated())
                        .map(Model::own)
                        .toList(),
                resolved.methods().stream()
                        .filter(m -> !m.propagated())
                        .map(Model::own)
                        .toList());
    }

    private static CimPropertyDeclaration own(CimPropertyDeclaration property) {
        return new CimPropertyDeclaration(
                property.name(),
                property.type(),
                property.defaultValue(),
                property.qualifiers().stream().filter(q -> !q.propagated()).toList(),
                null,
                false);
    }

    private static CimMethod own(CimMethod method) {
        return new CimMethod(method.name(), method.returnType(), method.parameters(), method.qualifiers(), null, false);
    }

    static CimInstance thing(String id) {
        return CimInstance.of(THING).with(ID, id).build();
    }

    static CimInstance part(long number, String owner) {
        return CimInstance.of(PART)
                .with(CimName.of("Number"), CimValues.uint32(number))
                .with(CimName.of("Owner"), owner)
                .with(LABEL, "part " + number)
                .build();
    }

    static CimInstance holds(CimInstancePath holder, CimInstancePath held) {
        return CimInstance.of(HOLDS)
                .with(HOLDER, CimValues.reference(holder))
                .with(HELD, CimValues.reference(held))
                .build();
    }

    static CimInstancePath path(CimName className, String id) {
        return CimInstancePath.of(className, new CimKey(ID, CimValues.text(id)));
    }
}
