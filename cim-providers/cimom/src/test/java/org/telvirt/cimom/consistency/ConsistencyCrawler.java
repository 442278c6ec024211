package org.telvirt.cimom.consistency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;

/**
 * Goes to every instance of every namespace and reports each contradiction: an enumerated instance that GetInstance gives
 * otherwise or not at all, names that are not those of the instances, an association that is not the same from all its
 * ends and by all operations, a reference to what cannot be fetched. What is managed must not change meanwhile.
 */
public final class ConsistencyCrawler {
    private final Client client;
    private final List<CimNamespace> namespaces;
    private final Set<CimName> unsteady;
    private final Findings findings = new Findings();
    private int instances;
    private int associations;

    /**
     * @param namespaces each by its own name
     * @param unsteady properties whose values may differ from call to call, such as times
     */
    public ConsistencyCrawler(
            CimService service, CallContext context, List<CimNamespace> namespaces, Set<CimName> unsteady) {
        this.client = new Client(service, context);
        this.namespaces = List.copyOf(namespaces);
        this.unsteady = Set.copyOf(unsteady);
    }

    /** Every contradiction; empty: there is none. */
    public List<String> crawl() throws CimException {
        Map<CimInstancePath, CimInstance> all = new LinkedHashMap<>();
        for (CimNamespace namespace : namespaces) {
            for (CimName root : client.rootClasses(namespace)) {
                collect(namespace, root, all);
            }
        }
        AssociationProbe probe = new AssociationProbe(client, findings);
        for (CimInstance instance : all.values()) {
            compareWithGet(instance);
            associations += probe.probe(pathOf(instance));
        }
        instances = all.size();
        return findings.all();
    }

    /** How many instances the crawl went to, association instances included. */
    public int instances() {
        return instances;
    }

    /** How many associations the crawl followed, each from every end that a crawled instance is. */
    public int associations() {
        return associations;
    }

    private void collect(CimNamespace namespace, CimName root, Map<CimInstancePath, CimInstance> all)
            throws CimException {
        List<CimInstance> found = client.instances(namespace, root);
        List<CimInstancePath> paths = new ArrayList<>();
        for (CimInstance instance : found) {
            paths.add(pathOf(instance));
            all.put(pathOf(instance), instance);
        }
        findings.checkSame(
                root + " in " + namespace,
                paths,
                "EnumerateInstances",
                client.names(namespace, root),
                "EnumerateInstanceNames");
    }

    private void compareWithGet(CimInstance enumerated) {
        CimInstance got = client.get(pathOf(enumerated), findings);
        if (got != null) {
            List<CimProperty> expected = steady(enumerated);
            findings.check(
                    steady(got).equals(expected),
                    "GetInstance of " + pathOf(enumerated) + " gives " + steady(got) + "; enumerated was " + expected);
            findings.check(
                    got.className().equals(enumerated.className()),
                    "GetInstance of " + pathOf(enumerated) + " gives a " + got.className());
        }
    }

    private List<CimProperty> steady(CimInstance instance) {
        return instance.properties().stream()
                .filter(property -> !unsteady.contains(property.name()))
                .toList();
    }

    private static CimInstancePath pathOf(CimInstance instance) {
        CimInstancePath path = instance.path();
        if (path == null) {
            throw new IllegalStateException("an instance without a path: " + instance);
        }
        return path;
    }
}
