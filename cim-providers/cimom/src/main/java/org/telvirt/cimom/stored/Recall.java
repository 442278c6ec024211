package org.telvirt.cimom.stored;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Slot;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.store.Entry;
import org.telvirt.store.Store;

/**
 * Brings back what the store keeps when the server starts. What cannot be used, perhaps because a newer server has a class
 * of that name itself, is logged and left where it is.
 */
public final class Recall {
    private static final Logger LOG = LoggerFactory.getLogger(Recall.class);

    private final Store store;

    public Recall(Store store) {
        this.store = store;
    }

    /** The namespaces that clients made, in the order they did. */
    public List<CimNamespace> namespaces() throws IOException {
        List<CimNamespace> names = new ArrayList<>();
        store.read(StoredText.NAMESPACES, entry -> {
            try {
                names.add(CimNamespace.of(entry.text()));
            } catch (IllegalArgumentException e) {
                LOG.error("Left out: {}", e.getMessage());
            }
        });
        return names;
    }

    /** Publishes the qualifiers and classes of a namespace. */
    public void classes(Schema schema) throws IOException {
        List<Entry> entries = new ArrayList<>();
        store.read(StoredText.qualifiers(schema.namespace()), entries::add);
        store.read(StoredText.classes(schema.namespace()), entries::add);
        if (!entries.isEmpty()) {
            StoredSchema kept = new StoredSchema(schema.namespace(), schema.snapshot());
            entries.forEach(kept::read);
            schema.publish(kept.built());
        }
    }

    /** Fills in the instances of a namespace; all classes of all namespaces are there. */
    public void instances(Schema schema, StoredInstances target, Completion completion) throws IOException {
        MofObjectReader reader = new MofObjectReader(schema.snapshot());
        store.read(StoredText.instances(schema.namespace()), entry -> {
            try {
                instance(reader, entry.text(), schema, target, completion);
            } catch (CimException e) {
                LOG.error("Left out of namespace {}: {}: {}", schema.namespace(), entry.key(), e.getMessage());
            }
        });
    }

    private static void instance(
            MofObjectReader reader, String text, Schema schema, StoredInstances target, Completion completion)
            throws CimException {
        if (!(reader.read(text) instanceof CimInstance written)) {
            throw CimException.failed("this is not an instance");
        }
        ClassLayout layout = schema.find(written.className());
        if (layout == null) {
            throw CimException.failed("there is no class " + written.className());
        }
        CimInstancePath path = new CimInstancePath(null, schema.namespace(), layout.name(), keys(written, layout));
        CimInstancePath canonical = completion.path(path, layout, schema, null);
        target.add(layout, canonical, completion.instance(written, layout.whole(), schema, canonical));
    }

    private static List<CimKey> keys(CimInstance written, ClassLayout layout) throws CimException {
        List<CimKey> keys = new ArrayList<>(layout.keys().size());
        for (Slot slot : layout.keys()) {
            CimValue value = written.value(slot.name());
            if (value == null) {
                throw CimException.failed("the key " + slot.name() + " has no value");
            }
            keys.add(new CimKey(slot.name(), value));
        }
        return keys;
    }
}
