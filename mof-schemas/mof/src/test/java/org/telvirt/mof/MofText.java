package org.telvirt.mof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** Compiles short texts for tests; the usual qualifiers are already declared. */
public final class MofText {
    public static final CimNamespace NAMESPACE = CimNamespace.of("root/test");

    private static final String QUALIFIERS = """
            Qualifier Abstract : boolean = false, Scope(class, association, indication), Flavor(Restricted);
            Qualifier Association : boolean = false, Scope(association), Flavor(DisableOverride);
            Qualifier Aggregation : boolean = false, Scope(association), Flavor(DisableOverride);
            Qualifier Indication : boolean = false, Scope(class, indication), Flavor(DisableOverride);
            Qualifier ArrayType : string = "Bag", Scope(property, parameter), Flavor(DisableOverride);
            Qualifier Description : string = null, Scope(any), Flavor(Translatable);
            Qualifier EmbeddedInstance : string = null, Scope(property, method, parameter);
            Qualifier EmbeddedObject : boolean = false, Scope(property, method, parameter), Flavor(DisableOverride);
            Qualifier In : boolean = true, Scope(parameter), Flavor(DisableOverride);
            Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride);
            Qualifier MaxLen : uint32 = null, Scope(property, method, parameter);
            Qualifier Out : boolean = false, Scope(parameter), Flavor(DisableOverride);
            Qualifier Override : string = null, Scope(property, reference, method), Flavor(Restricted);
            Qualifier Terminal : boolean = false, Scope(class, association, indication);
            Qualifier ValueMap : string[], Scope(property, method, parameter);
            Qualifier Values : string[], Scope(property, method, parameter), Flavor(Translatable);
            Qualifier Version : string = null, Scope(class, association, indication), Flavor(Restricted, Translatable);
            """;

    private MofText() {}

    /** The compilation of the usual qualifiers and this text, which messages call test.mof. */
    public static CompiledMof compiled(String text) throws MofException {
        MofCompiler compiler = new MofCompiler(NAMESPACE);
        compiler.compile(MofSource.text("qualifiers.mof", QUALIFIERS), "qualifiers.mof");
        compiler.compile(MofSource.text("test.mof", text), "test.mof");
        return compiler.finish();
    }

    /** The schema that this text gives. */
    public static NamespaceSchema schema(String text) throws MofException {
        return requireNonNull(compiled(text).classes().namespace(NAMESPACE));
    }

    /** A class that this text declares. */
    public static CimClass classIn(String text, String name) throws MofException {
        return requireNonNull(schema(text).find(CimName.of(name)));
    }

    /** The default of the property P, declared like this in a class of its own. */
    public static CimValue defaultOf(String declaration) throws MofException {
        return requireNonNull(property("class T { " + declaration + "; };").defaultValue());
    }

    /** The property P of the class T that this text declares. */
    public static CimPropertyDeclaration property(String text) throws MofException {
        return requireNonNull(classIn(text, "T").property(CimName.of("P")));
    }

    /** The instances in this text. */
    public static List<CimInstance> instances(String text) throws MofException {
        return compiled(text).instances();
    }

    /** What is wrong with this text. */
    public static MofException problem(String text) {
        MofException problem = catchThrowableOfType(MofException.class, () -> compiled(text));
        return requireNonNull(problem, "the text compiles");
    }
}
