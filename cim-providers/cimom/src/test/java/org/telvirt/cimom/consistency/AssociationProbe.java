package org.telvirt.cimom.consistency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.AssociationFilter;

/** Follows the associations of one instance by every operation and from their other ends back. */
record AssociationProbe(Client client, Findings findings) {

    /**
     * One association of the instance.
     *
     * @param near the reference to the instance
     * @param far the reference to the other
     */
    private record Way(CimInstance association, CimName near, CimName far, CimInstancePath end) {}

    /** By which an association operation can be narrowed to some of the ways. */
    private record Route(CimName association, CimName near, CimName far) {}

    /** Probes the instance and says how many associations it has. */
    int probe(CimInstancePath path) throws CimException {
        List<CimInstance> references = client.references(path);
        findings.checkSame(
                path.toString(), paths(references), "References", client.referenceNames(path), "ReferenceNames");
        List<Way> ways = new ArrayList<>();
        for (CimInstance association : references) {
            ways.addAll(ways(path, association));
            compareWithGet(association);
        }
        compareFarEnds(path, ways);
        compareByRoute(path, ways);
        for (Way way : ways) {
            comeBack(path, way);
        }
        return references.size();
    }

    private static List<CimInstancePath> paths(List<CimInstance> instances) {
        return instances.stream()
                .map(instance -> Objects.requireNonNull(instance.path()))
                .toList();
    }

    private List<Way> ways(CimInstancePath path, CimInstance association) {
        CimNamespace namespace = Objects.requireNonNull(path.namespace());
        List<Way> ways = new ArrayList<>();
        boolean near = false;
        for (CimProperty one : association.properties()) {
            if (!path.equals(end(one, namespace))) {
                continue;
            }
            near = true;
            for (CimProperty other : association.properties()) {
                CimInstancePath end = end(other, namespace);
                if (end != null && !other.name().equals(one.name())) {
                    ways.add(new Way(association, one.name(), other.name(), end));
                }
            }
        }
        findings.check(near, "References of " + path + " has " + association.path() + ", which does not refer to it");
        return ways;
    }

    private static @Nullable CimInstancePath end(CimProperty property, CimNamespace namespace) {
        return property.value() instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath path
                ? Client.located(namespace, path)
                : null;
    }

    private void compareWithGet(CimInstance association) {
        CimInstance got = client.get(Objects.requireNonNull(association.path()), findings);
        findings.check(
                got == null || got.properties().equals(association.properties()),
                "References gives " + association + "; GetInstance gives " + got);
    }

    private void compareFarEnds(CimInstancePath path, List<Way> ways) throws CimException {
        List<CimInstance> associators = client.associators(path);
        findings.checkSame(
                path.toString(),
                paths(associators),
                "Associators",
                client.associatorNames(path, AssociationFilter.ANY),
                "AssociatorNames");
        findings.checkSame(path.toString(), paths(associators), "Associators", ends(ways), "References");
        for (CimInstance associator : associators) {
            CimInstance got = client.get(Objects.requireNonNull(associator.path()), findings);
            findings.check(
                    got == null || got.className().equals(associator.className()),
                    "Associators of " + path + " gives a " + associator.className() + " at " + associator.path());
        }
    }

    private static Set<CimInstancePath> ends(List<Way> ways) {
        return ways.stream().map(Way::end).collect(Collectors.toSet());
    }

    private void compareByRoute(CimInstancePath path, List<Way> ways) throws CimException {
        Set<Route> routes = new LinkedHashSet<>();
        for (Way way : ways) {
            routes.add(new Route(way.association().className(), way.near(), way.far()));
        }
        for (Route route : routes) {
            AssociationFilter filter = new AssociationFilter(route.association(), null, route.near(), route.far());
            findings.checkSame(
                    path + " by " + route,
                    client.associatorNames(path, filter),
                    "AssociatorNames",
                    ends(onRoute(path, ways, route)),
                    "References");
        }
    }

    private List<Way> onRoute(CimInstancePath path, List<Way> ways, Route route) throws CimException {
        Set<CimName> classes = client.subclasses(Objects.requireNonNull(path.namespace()), route.association());
        return ways.stream()
                .filter(way -> classes.contains(way.association().className())
                        && way.near().equals(route.near())
                        && way.far().equals(route.far()))
                .toList();
    }

    // in the other end's namespace the same association has another path
    private void comeBack(CimInstancePath path, Way way) throws CimException {
        AssociationFilter filter =
                new AssociationFilter(way.association().className(), path.className(), way.far(), way.near());
        findings.check(
                client.associatorNames(way.end(), filter).contains(path),
                "AssociatorNames of " + way.end() + " over " + way.association().className() + " does not lead back to "
                        + path);
        CimInstancePath association = Objects.requireNonNull(way.association().path());
        Set<String> seen = new TreeSet<>();
        for (CimInstancePath reference : client.referenceNames(way.end())) {
            seen.add(reference.in(null).toString());
        }
        findings.check(
                seen.contains(association.in(null).toString()),
                "ReferenceNames of " + way.end() + " does not have " + association);
    }
}
