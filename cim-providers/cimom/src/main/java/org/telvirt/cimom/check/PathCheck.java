package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.cimom.schema.Slot;

/**
 * Brings paths to the one form that providers see: class and keys spelled as declared, exactly the keys of the class in
 * its order, each of its declared type, the namespace by its own name, no host (DSP0200 §5.2.5). Safe for use by many
 * threads.
 */
public final class PathCheck {
    private final Schemas schemas;

    public PathCheck(Schemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The path of an instance in that form.
     *
     * @param schema the namespace of the operation
     * @param layout the class of the path
     * @throws CimException INVALID_PARAMETER: the path is in another namespace, a key is missing, unknown, given twice
     *     or not of its type
     */
    public CimInstancePath canonical(CimInstancePath path, ClassLayout layout, Schema schema) throws CimException {
        CimNamespace given = path.namespace();
        if (given != null && schemas.find(given) != schema) {
            throw CimException.invalidParameter("The path " + path + " is not in the namespace of the operation, "
                    + schema.namespace() + "; ask in namespace " + given);
        }
        return new CimInstancePath(null, schema.namespace(), layout.name(), keys(path, layout, schema));
    }

    /** The keys in that form; the same list if they are in it. */
    List<CimKey> keys(CimInstancePath path, ClassLayout layout, Schema schema) throws CimException {
        return conforms(path.keys(), layout.keys()) ? path.keys() : typed(named(path, layout), layout, schema);
    }

    // references never conform, because their own keys may not
    private static boolean conforms(List<CimKey> keys, List<Slot> declared) {
        if (keys.size() != declared.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            CimKey key = keys.get(i);
            Slot slot = declared.get(i);
            if (!sameSpelling(key.name(), slot.name())
                    || key.value() instanceof CimValue.Reference
                    || !Fit.fitsOne(slot.type().type(), key.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameSpelling(CimName one, CimName other) {
        return one.toString().equals(other.toString());
    }

    // CIM-XML allows the only key to go without its name
    private static CimInstancePath named(CimInstancePath path, ClassLayout layout) {
        if (path.keys().size() != 1
                || layout.keys().size() != 1
                || !path.keys().get(0).name().equals(CimKey.UNNAMED)) {
            return path;
        }
        CimKey key = new CimKey(layout.keys().get(0).name(), path.keys().get(0).value());
        return path.withKeys(List.of(key));
    }

    private List<CimKey> typed(CimInstancePath path, ClassLayout layout, Schema schema) throws CimException {
        refuseForeignKeys(path, layout);
        List<CimKey> keys = new ArrayList<>(layout.keys().size());
        for (Slot slot : layout.keys()) {
            CimValue value = path.key(slot.name());
            if (value == null) {
                throw CimException.invalidParameter("The path " + path + " lacks the key " + slot.name()
                        + "; the keys of " + layout + " are " + names(layout));
            }
            keys.add(new CimKey(slot.name(), typed(slot, value, path, schema)));
        }
        return List.copyOf(keys);
    }

    private static void refuseForeignKeys(CimInstancePath path, ClassLayout layout) throws CimException {
        for (int i = 0; i < path.keys().size(); i++) {
            CimName name = path.keys().get(i).name();
            Slot slot = layout.slot(name);
            if (slot == null || !slot.key()) {
                throw CimException.invalidParameter("The path " + path + " has '" + name + "', which is no key of "
                        + layout + "; its keys are " + names(layout));
            }
            for (CimKey earlier : path.keys().subList(0, i)) {
                if (earlier.name().equals(name)) {
                    throw CimException.invalidParameter("The path " + path + " has the key " + name + " twice");
                }
            }
        }
    }

    private static String names(ClassLayout layout) {
        return layout.keys().isEmpty()
                ? "none"
                : layout.keys().stream().map(slot -> slot.name().toString()).collect(Collectors.joining(", "));
    }

    private CimValue typed(Slot slot, CimValue value, CimInstancePath path, Schema schema) throws CimException {
        if (slot.type().type().type() == CimType.REFERENCE && value instanceof CimValue.Reference reference) {
            return new CimValue.Reference(local(reference.path(), slot, path, schema));
        }
        if (Fit.fitsOne(slot.type().type(), value)) {
            return value;
        }
        // CIM-XML says no more of a key than string, boolean or numeric, and clients get even that wrong
        String text = LexicalText.of(value);
        CimValue read = text == null ? null : CimLexical.read(slot.type().type().type(), text);
        if (read == null) {
            throw CimException.invalidParameter("Key " + slot.name() + " of " + path.className() + " is a "
                    + slot.type().type() + "; " + Fit.describe(value) + " is none");
        }
        return read;
    }

    /**
     * A path without its host if that is this server. Clients leave the port out, and one of them takes the first part
     * of a namespace for a host.
     *
     * @param serverHost the host and port that the client used
     */
    CimObjectPath here(CimObjectPath path, String serverHost) {
        String host = path.host();
        CimNamespace namespace = path.namespace();
        if (host == null || !(path instanceof CimInstancePath instance)) {
            return path;
        } else if (host.equalsIgnoreCase(serverHost) || host.equalsIgnoreCase(withoutPort(serverHost))) {
            return instance.on(null);
        } else if (namespace != null && schemas.find(namespace) == null) {
            CimNamespace whole = named(host + "/" + namespace);
            return whole == null ? path : instance.on(null).in(whole);
        }
        return path;
    }

    // the text comes from the wire and need not be a namespace name
    private @Nullable CimNamespace named(String text) {
        for (CimNamespace name : schemas.names()) {
            if (name.toString().equalsIgnoreCase(text)) {
                return name;
            }
        }
        return null;
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private CimObjectPath local(CimObjectPath to, Slot slot, CimInstancePath path, Schema schema) throws CimException {
        // a path that this server is asked about is on this server, whatever its host is called
        CimObjectPath local = to instanceof CimInstancePath instance ? instance.on(null) : to;
        String subject = "Key " + slot.name() + " of " + path.className();
        return reference(subject, local, slot.type().type().referenceClass(), schema);
    }

    /**
     * What a reference refers to, in that form; what is on another host stays as it is.
     *
     * @param subject what has the reference, for messages
     * @param declared the class that it refers to, subclasses included; null: any
     * @param schema the namespace of the operation, where a path without a namespace is
     * @throws CimException INVALID_PARAMETER: the namespace or class does not exist, the class is not a subclass of the
     *     declared one, or the keys are wrong
     */
    public CimObjectPath reference(String subject, CimObjectPath path, @Nullable CimName declared, Schema schema)
            throws CimException {
        if (path.host() != null) {
            return path;
        }
        CimNamespace given = path.namespace();
        Schema target = given == null ? schema : schemas.find(given);
        if (target == null) {
            throw CimException.invalidParameter(subject + " refers to " + path + ", whose namespace does not exist");
        }
        ClassLayout layout = target.find(path.className());
        if (layout == null) {
            throw CimException.invalidParameter(subject + " refers to " + path + ", whose class does not exist");
        }
        if (declared != null && !layout.isA(declared)) {
            throw CimException.invalidParameter(
                    subject + " refers to a " + layout + ", which is not a " + declared + ": " + path);
        }
        if (path instanceof CimInstancePath instance) {
            return canonical(instance.in(target.namespace()), layout, target);
        }
        return new CimClassPath(null, target.namespace(), layout.name());
    }
}
