package org.telvirt.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** The classes that the server serves, and the namespaces they are in. */
final class Library {
    /** The namespace of the virtual systems. */
    static final CimNamespace VIRT = CimNamespace.of("root/virt");
    /** The Interop namespace (DSP1033). */
    static final CimNamespace INTEROP = CimNamespace.of("root/interop");
    // where clients look that learned it from another server
    private static final CimNamespace[] INTEROP_ALIASES = {
        CimNamespace.of("interop"), CimNamespace.of("root/PG_InterOp")
    };

    private Library() {}

    /** Every name of the Interop namespace, its own first. */
    static List<CimNamespace> interopNames() {
        return Stream.concat(Stream.of(INTEROP), Stream.of(INTEROP_ALIASES)).toList();
    }

    /** Reads the schema that is packed with the product. */
    static NamespaceSchema classes() {
        try (MofSource source = MofSource.classPath(Library.class.getClassLoader(), "org/telvirt/schema")) {
            return MofCompiler.schema(source, "schema.mof");
        } catch (IOException | MofException e) {
            throw new IllegalStateException("The schema in this build is damaged: " + e.getMessage(), e);
        }
    }

    /** All classes in each of our namespaces. */
    static Schemas namespaces(NamespaceSchema classes) {
        return Schemas.none().with(new Schema(VIRT, classes)).with(new Schema(INTEROP, classes), INTEROP_ALIASES);
    }
}
