package org.telvirt.conformance.crawler;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.WbemServer;

/** What is around one instance, by all four operations that follow associations. */
final class Surroundings {
    private final WbemServer server;
    private final Census census;
    private final CimInstancePath path;
    private boolean fresh;

    Surroundings(WbemServer server, Census census, CimInstancePath path) {
        this.server = server;
        this.census = census;
        this.path = path;
    }

    /** Asks all four and compares them with each other and with the lists of the associations. */
    void agree(Findings into) throws CimException {
        Map<CimInstancePath, CimInstance> references = byPath(server.references(path, AssociationFilter.ANY), into);
        Set<CimInstancePath> referenceNames = once(server.referenceNames(path, AssociationFilter.ANY), into);
        Map<CimInstancePath, CimInstance> associators = byPath(server.associators(path, AssociationFilter.ANY), into);
        Set<CimInstancePath> associatorNames = once(server.associatorNames(path, AssociationFilter.ANY), into);

        each(references.keySet(), referenceNames, into, "is in only one of References and ReferenceNames");
        each(associators.keySet(), associatorNames, into, "is in only one of Associators and AssociatorNames");
        each(
                associatorNames,
                farEnds(references, into),
                into,
                "is in only one of Associators and the ends of References");
        each(referenceNames, listed(referenceNames), into, "is in only one of References and the list of its class");
        for (Map.Entry<CimInstancePath, CimInstance> far : associators.entrySet()) {
            asAlone(far.getKey(), far.getValue(), into);
        }
        for (Map.Entry<CimInstancePath, CimInstance> reference : references.entrySet()) {
            asAlone(reference.getKey(), reference.getValue(), into);
        }
    }

    private void each(Set<CimInstancePath> one, Set<CimInstancePath> other, Findings into, String cause) {
        Crawler.differ(one, other).forEach(found -> into.add(found, cause + " from " + path));
    }

    private Map<CimInstancePath, CimInstance> byPath(List<CimInstance> instances, Findings into) {
        Map<CimInstancePath, CimInstance> byPath = new LinkedHashMap<>();
        for (CimInstance instance : instances) {
            CimInstancePath found = Objects.requireNonNull(instance.path());
            into.unless(byPath.put(found, instance) == null, found, "is given twice from " + path);
        }
        return byPath;
    }

    private Set<CimInstancePath> once(List<CimInstancePath> paths, Findings into) {
        Set<CimInstancePath> once = new LinkedHashSet<>();
        for (CimInstancePath found : paths) {
            into.unless(once.add(found), found, "is named twice from " + path);
        }
        return once;
    }

    private Set<CimInstancePath> farEnds(Map<CimInstancePath, CimInstance> references, Findings into) {
        Set<CimInstancePath> far = new LinkedHashSet<>();
        for (CimInstance reference : references.values()) {
            List<End> ends = End.of(reference);
            int near = 0;
            for (End end : ends) {
                if (near == 0 && end.path().equals(path)) {
                    near++;
                } else {
                    far.add(end.path());
                }
            }
            into.unless(near == 1, reference.path(), "is given from " + path + ", which is none of its ends");
        }
        return far;
    }

    /** The associations of this instance by the lists of their classes: at first those of the census. */
    private Set<CimInstancePath> listed(Set<CimInstancePath> given) throws CimException {
        Set<CimInstancePath> known = census.linksOf(path);
        if (!fresh) {
            fresh = true;
            return known;
        }
        Set<CimInstancePath> listed = new LinkedHashSet<>();
        Set<String> classes = new LinkedHashSet<>();
        given.forEach(link -> classes.add(link.className().toString()));
        known.forEach(link -> classes.add(link.className().toString()));
        for (String name : classes) {
            for (CimInstance link : server.enumerate(census.namespace(), name)) {
                if (End.of(link).stream().anyMatch(end -> end.path().equals(path))) {
                    listed.add(Objects.requireNonNull(link.path()));
                }
            }
        }
        return listed;
    }

    private void asAlone(CimInstancePath found, CimInstance given, Findings into) throws CimException {
        CimInstance known = census.instances().get(found);
        if (known != null && known.properties().equals(given.properties())) {
            return;
        }
        CimInstance alone = server.get(found);
        if (alone == null) {
            into.add(found, "is given from " + path + " but cannot be fetched");
        } else {
            Crawler.same(found, alone, given, into);
        }
    }
}
