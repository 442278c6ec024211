package org.telvirt.cimom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.Done;
import org.telvirt.cimom.change.Pending;
import org.telvirt.cimom.interop.InteropNames;
import org.telvirt.cimom.interop.NamespaceInstances;
import org.telvirt.cimom.routing.InstanceSource;
import org.telvirt.cimom.routing.ProvidedInstances;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.routing.Spaces;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.stored.StoredText;
import org.telvirt.mof.repository.ClassRuleException;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.repository.SchemaBuilder;
import org.telvirt.store.Change;

/**
 * Makes and removes namespaces, which are instances of CIM_Namespace to clients (DSP1092 §7). A new one has the standard
 * qualifiers and no classes. Safe for use by many threads.
 */
final class NamespaceWriter {
    private static final CimName NAME = CimName.of("Name");
    private static final int LONGEST = 256;
    // "." and ".." would not survive in a URL
    private static final String PART = "(?!\\.\\.?(?:/|$))[\\p{L}\\p{N}_.-]+";
    private static final Pattern COMPONENTS = Pattern.compile(PART + "(/" + PART + ")*");

    private final Spaces spaces;

    NamespaceWriter(Spaces spaces) {
        this.spaces = spaces;
    }

    /** Whether instances of the class are namespaces in this one; superclasses are meant too, for clients know these. */
    boolean offers(ClassLayout layout, Space space) {
        return layout.isA(InteropNames.CIM_NAMESPACE) && provider(space) != null;
    }

    private static @Nullable NamespaceInstances provider(Space space) {
        InstanceSource source = space.provided(InteropNames.TELVIRT_NAMESPACE);
        return source instanceof ProvidedInstances provided
                        && provided.provider() instanceof NamespaceInstances namespaces
                ? namespaces
                : null;
    }

    private static NamespaceInstances require(Space space) {
        NamespaceInstances provider = provider(space);
        if (provider == null) {
            throw new IllegalArgumentException("No namespaces are provided in " + space.namespace());
        }
        return provider;
    }

    /** A namespace of the name that the instance has; its other keys are the server's to say. */
    Pending<CimInstancePath> create(CimInstance given, Space space, String serverHost) throws CimException {
        CimNamespace name = name(given.text(NAME));
        if (spaces.find(name) != null) {
            throw new CimException(CimStatus.ALREADY_EXISTS, "There is already a namespace " + name);
        }
        Schema schema = Schema.ofClient(name);
        NamespaceSchema standard = qualifiersOf(space.schema().shipped());
        List<Change> changes = new ArrayList<>();
        changes.add(StoredText.created(name));
        for (CimQualifierDeclaration qualifier : standard.qualifiers()) {
            changes.add(StoredText.kept(name, qualifier));
        }
        CimInstancePath path = require(space).path(name).in(space.namespace()).on(serverHost);
        return Pending.of(path, changes, () -> {
            schema.publish(standard);
            spaces.add(schema);
        });
    }

    private static CimNamespace name(@Nullable String given) throws CimException {
        if (given == null) {
            throw CimException.invalidParameter("A namespace needs a value for its key Name");
        }
        String bare = given.strip().replaceAll("^/+|/+$", "");
        if (bare.length() > LONGEST || !COMPONENTS.matcher(bare).matches()) {
            throw CimException.invalidParameter("'" + given + "' is not the name of a namespace; it is made of letters,"
                    + " digits, '_', '-' and '.', with single slashes between its parts");
        }
        return CimNamespace.of(bare);
    }

    private static NamespaceSchema qualifiersOf(NamespaceSchema shipped) {
        SchemaBuilder builder = new SchemaBuilder();
        shipped.qualifiers().forEach(builder::put);
        try {
            return builder.build();
        } catch (ClassRuleException e) {
            throw new IllegalStateException("Qualifiers alone break no rule of classes", e);
        }
    }

    /** Removes a namespace without classes and instances. */
    Pending<Done> delete(CimInstancePath path, Space space) throws CimException {
        CimNamespace name = require(space).find(path);
        Space gone = name == null ? null : spaces.find(name);
        if (name == null || gone == null) {
            throw CimException.notFound(path);
        }
        Schema schema = gone.schema();
        if (schema.isOwn()) {
            throw CimException.failed("The namespace " + name + " is part of Telvirt and cannot be deleted");
        }
        if (!schema.classes().isEmpty() || !gone.stored().isEmpty()) {
            throw new CimException(
                    CimStatus.NAMESPACE_NOT_EMPTY,
                    "The namespace " + name + " has " + schema.classes().size()
                            + " classes; delete these and their instances first");
        }
        List<Change> changes = new ArrayList<>();
        changes.add(StoredText.deleted(name));
        for (CimQualifierDeclaration qualifier : schema.snapshot().qualifiers()) {
            changes.add(StoredText.goneQualifier(name, qualifier.name()));
        }
        return Pending.of(Done.DONE, changes, () -> spaces.remove(schema));
    }
}
