package org.telvirt.cimom.stored;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.mof.repository.ClassRuleException;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.repository.SchemaBuilder;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;
import org.telvirt.mof.syntax.DeclaredClass;
import org.telvirt.mof.syntax.DeclaredInstance;
import org.telvirt.mof.syntax.MofParser;
import org.telvirt.mof.syntax.MofTarget;
import org.telvirt.mof.syntax.NameTable;
import org.telvirt.store.Entry;

/** Reads the qualifiers and classes of a namespace, in any order. What is wrong is logged and left out, it alone. */
final class StoredSchema implements MofTarget {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSchema.class);

    private final CimNamespace namespace;
    private final NamespaceSchema base;
    private final SchemaBuilder builder;
    private final NameTable names = new NameTable();
    private final Map<CimName, CimClass> waiting = new LinkedHashMap<>();

    StoredSchema(CimNamespace namespace, NamespaceSchema base) {
        this.namespace = namespace;
        this.base = base;
        this.builder = new SchemaBuilder(base);
    }

    /** Reads a text; qualifiers come before the classes that have them. */
    void read(Entry entry) {
        try {
            new MofParser(SourceText.of(entry.key(), entry.text()), names, this).parse();
        } catch (MofException e) {
            leaveOut(entry.key(), e.getMessage());
        }
    }

    private void leaveOut(String what, @Nullable String why) {
        LOG.error("Left out of namespace {}: {}: {}", namespace, what, why);
    }

    /** All that can be used. */
    NamespaceSchema built() {
        while (!waiting.isEmpty()) {
            add(waiting.remove(waiting.keySet().iterator().next()));
        }
        while (true) {
            try {
                return builder.buildOpen();
            } catch (ClassRuleException e) {
                leaveOut(e.className().toString(), e.problem());
                if (!removed(e.className())) {
                    return base;
                }
            }
        }
    }

    private boolean removed(CimName name) {
        try {
            builder.remove(name);
            return true;
        } catch (ClassRuleException e) {
            leaveOut("all classes", e.problem());
            return false;
        }
    }

    private void add(@Nullable CimClass written) {
        if (written == null) {
            return;
        }
        CimName superclass = written.superclass();
        if (superclass != null) {
            add(waiting.remove(superclass));
        }
        try {
            builder.add(written);
        } catch (ClassRuleException e) {
            leaveOut(written.name().toString(), e.problem());
        }
    }

    @Override
    public @Nullable CimQualifierDeclaration qualifier(CimName name) {
        return builder.qualifier(name);
    }

    @Override
    public @Nullable CimClass classOf(CimName name) {
        return builder.find(name);
    }

    @Override
    public void declare(CimQualifierDeclaration declaration, Place place) {
        builder.put(declaration);
    }

    @Override
    public void declare(DeclaredClass declared) {
        waiting.put(declared.written().name(), declared.written());
    }

    @Override
    public void create(DeclaredInstance declared) throws MofException {
        throw declared.place().error("An instance cannot be among classes");
    }

    @Override
    public void pragma(CimName name, String value, Place place) throws MofException {
        throw place.error("A compiler directive cannot be among classes");
    }
}
