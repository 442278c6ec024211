package org.telvirt.conformance.crawler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.conformance.wbem.ClassTree;
import org.telvirt.conformance.wbem.WbemServer;

/**
 * All instances of a namespace at about one time, and which associations lead to each.
 *
 * @param instances by path
 * @param links the paths of the associations by each of their ends
 */
record Census(
        CimNamespace namespace,
        ClassTree classes,
        Map<CimInstancePath, CimInstance> instances,
        Map<CimInstancePath, Set<CimInstancePath>> links) {

    static Census of(WbemServer server, CimNamespace namespace) throws CimException {
        ClassTree classes = server.classes(namespace);
        Map<CimInstancePath, CimInstance> instances = new LinkedHashMap<>();
        Map<CimInstancePath, Set<CimInstancePath>> links = new HashMap<>();
        for (CimName root : classes.roots()) {
            for (CimInstance instance : server.enumerate(namespace, root.toString())) {
                CimInstancePath path = Objects.requireNonNull(instance.path());
                instances.put(path, instance);
                for (End end : End.of(instance)) {
                    links.computeIfAbsent(end.path(), key -> new LinkedHashSet<>())
                            .add(path);
                }
            }
        }
        return new Census(namespace, classes, instances, links);
    }

    boolean isAssociation(CimInstancePath path) {
        CimClass declared = classes.find(path.className());
        return declared != null && declared.isAssociation();
    }

    /** What is no association. */
    List<CimInstancePath> elements() {
        List<CimInstancePath> elements = new ArrayList<>(instances.keySet());
        elements.removeIf(this::isAssociation);
        return elements;
    }

    /** The associations that lead to an instance. */
    Set<CimInstancePath> linksOf(CimInstancePath path) {
        return links.getOrDefault(path, Set.of());
    }
}
