package org.telvirt.cimom.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.mof.MofWriter;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.store.Change;

/** What is kept of namespaces, qualifiers, classes and instances in the tables of the store: MOF text. */
public final class StoredText {
    /** The table of the namespaces that clients made; the text is the name. */
    public static final String NAMESPACES = "namespaces";

    private StoredText() {}

    /** The table with the qualifiers of a namespace that clients declared, by name. */
    public static String qualifiers(CimNamespace namespace) {
        return "qualifiers of " + folded(namespace);
    }

    /** The table with the classes of a namespace that clients made, by name. */
    public static String classes(CimNamespace namespace) {
        return "classes of " + folded(namespace);
    }

    /** The table with the instances of a namespace that no provider answers for, by path. */
    public static String instances(CimNamespace namespace) {
        return "instances of " + folded(namespace);
    }

    private static String folded(CimNamespace namespace) {
        return namespace.toString().toLowerCase(Locale.ROOT);
    }

    public static Change created(CimNamespace namespace) {
        return new Change(NAMESPACES, folded(namespace), namespace.toString());
    }

    public static Change deleted(CimNamespace namespace) {
        return new Change(NAMESPACES, folded(namespace), null);
    }

    /** The change that keeps a qualifier. */
    public static Change kept(CimNamespace namespace, CimQualifierDeclaration declaration) {
        String text = new MofWriter(NamespaceSchema.EMPTY).write(declaration);
        return new Change(qualifiers(namespace), declaration.name().folded(), text);
    }

    /** The change that keeps a class, of which only what it declares itself. */
    public static Change kept(CimNamespace namespace, CimClass resolved, NamespaceSchema schema) {
        return new Change(classes(namespace), resolved.name().folded(), new MofWriter(schema).write(resolved));
    }

    /** The change that keeps a complete instance. */
    public static Change kept(
            CimNamespace namespace, CimInstance complete, ClassLayout layout, NamespaceSchema schema) {
        List<CimProperty> all = complete.properties();
        List<CimProperty> said = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            // NULL goes without saying unless the class has a default
            if (all.get(i).value() != null || layout.slots().get(i).blank().value() != null) {
                said.add(all.get(i));
            }
        }
        String text = new MofWriter(schema).write(complete.withProperties(said));
        return new Change(instances(namespace), key(Objects.requireNonNull(complete.path())), text);
    }

    public static Change goneQualifier(CimNamespace namespace, CimName name) {
        return new Change(qualifiers(namespace), name.folded(), null);
    }

    public static Change goneClass(CimNamespace namespace, CimName name) {
        return new Change(classes(namespace), name.folded(), null);
    }

    public static Change gone(CimNamespace namespace, CimInstancePath path) {
        return new Change(instances(namespace), key(path), null);
    }

    private static String key(CimInstancePath path) {
        return path.in(null).toString();
    }
}
