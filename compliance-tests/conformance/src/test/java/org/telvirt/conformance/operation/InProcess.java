package org.telvirt.conformance.operation;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.interop.InteropProviders;
import org.telvirt.cimom.interop.ServerIdentity;
import org.telvirt.cimom.query.StandardLanguages;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** The object manager without a server around it. */
final class InProcess {
    private static final CimNamespace INTEROP = CimNamespace.of("root/interop");

    private InProcess() {}

    static OperationTarget target() {
        NamespaceSchema classes = schema();
        Schemas namespaces = Schemas.none()
                .with(new Schema(CimNamespace.of("root/virt"), classes))
                .with(new Schema(INTEROP, classes));
        ServerIdentity identity = new ServerIdentity(
                CimName.of("Telvirt_HostSystem"), "host", "Telvirt:scenarios", "0", namespaces.names(), List.of());
        EnumerationLimits limits = EnumerationLimits.DEFAULT;
        try {
            Cimom cimom = Cimom.over(
                            namespaces,
                            List.of(new InteropProviders(identity, namespaces, limits).in(INTEROP)),
                            Clock.systemUTC())
                    .languages(StandardLanguages.of(Clock.systemUTC()))
                    .open();
            return new OperationTarget("in process", cimom, cimom::close);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NamespaceSchema schema() {
        try (MofSource source = MofSource.classPath(InProcess.class.getClassLoader(), "org/telvirt/schema")) {
            return MofCompiler.schema(source, "schema.mof");
        } catch (IOException | MofException e) {
            throw new IllegalStateException(e);
        }
    }
}
