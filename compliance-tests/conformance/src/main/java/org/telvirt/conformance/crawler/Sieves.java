package org.telvirt.conformance.crawler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.WbemServer;

/** The filters of the operations that follow associations, against what they must leave of the unfiltered answer. */
final class Sieves {
    private final WbemServer server;
    private final Census census;
    private final CimInstancePath path;

    /** A way from the instance to another one. */
    private record Way(CimInstancePath link, CimName role, End far) {}

    Sieves(WbemServer server, Census census, CimInstancePath path) {
        this.server = server;
        this.census = census;
        this.path = path;
    }

    /** Asks with every filter that makes a difference, and with some that let nothing through. */
    void agree(Findings into) throws CimException {
        List<Way> ways = ways();
        Set<AssociationFilter> filters = new LinkedHashSet<>();
        for (Way way : ways) {
            filters.addAll(filters(way));
        }
        Set<AssociationFilter> ofReferences = new LinkedHashSet<>();
        for (AssociationFilter filter : filters) {
            associators(filter, ways, into);
            if (ofReferences.add(new AssociationFilter(filter.associationClass(), null, filter.role(), null))) {
                references(filter, ways, into);
            }
        }
    }

    private List<Way> ways() throws CimException {
        List<Way> ways = new ArrayList<>();
        for (CimInstance link : server.references(path, AssociationFilter.ANY)) {
            List<End> ends = End.of(link);
            for (End near : ends) {
                for (End far : ends) {
                    if (near.path().equals(path) && !near.role().equals(far.role())) {
                        ways.add(new Way(Objects.requireNonNull(link.path()), near.role(), far));
                    }
                }
            }
        }
        return ways;
    }

    private Set<AssociationFilter> filters(Way way) {
        Set<AssociationFilter> filters = new LinkedHashSet<>();
        CimName association = way.link().className();
        CimName result = way.far().path().className();
        CimName role = way.role();
        CimName resultRole = way.far().role();
        for (CimName ancestor : census.classes().lineage(association)) {
            filters.add(new AssociationFilter(ancestor, null, null, null));
        }
        for (CimName ancestor : census.classes().lineage(result)) {
            filters.add(new AssociationFilter(null, ancestor, null, null));
            filters.add(new AssociationFilter(association, ancestor, role, resultRole));
        }
        filters.add(new AssociationFilter(null, null, role, null));
        filters.add(new AssociationFilter(null, null, null, resultRole));
        filters.add(new AssociationFilter(null, null, role, resultRole));
        filters.add(new AssociationFilter(association, null, resultRole, role));
        return filters;
    }

    private void associators(AssociationFilter filter, List<Way> ways, Findings into) throws CimException {
        Set<CimInstancePath> expected = new LinkedHashSet<>();
        for (Way way : ways) {
            if (passes(way.link(), filter.associationClass())
                    && passes(way.far().path(), filter.resultClass())
                    && is(way.role(), filter.role())
                    && is(way.far().role(), filter.resultRole())) {
                expected.add(way.far().path());
            }
        }
        compare("AssociatorNames", filter, expected, server.associatorNames(path, filter), into);
        if (isWhole(filter)) {
            compare("Associators", filter, expected, paths(server.associators(path, filter)), into);
        }
    }

    /** Instances are sifted as names are: once for each way is enough. */
    private static boolean isWhole(AssociationFilter filter) {
        return filter.resultClass() != null && filter.resultRole() != null;
    }

    private void references(AssociationFilter from, List<Way> ways, Findings into) throws CimException {
        AssociationFilter filter = new AssociationFilter(null, from.associationClass(), from.role(), null);
        Set<CimInstancePath> expected = new LinkedHashSet<>();
        for (Way way : ways) {
            if (passes(way.link(), filter.resultClass()) && is(way.role(), filter.role())) {
                expected.add(way.link());
            }
        }
        compare("ReferenceNames", filter, expected, server.referenceNames(path, filter), into);
        if (isWhole(from)) {
            compare("References", filter, expected, paths(server.references(path, filter)), into);
        }
    }

    private void compare(
            String operation,
            AssociationFilter filter,
            Set<CimInstancePath> expected,
            List<CimInstancePath> given,
            Findings into) {
        Set<CimInstancePath> once = new LinkedHashSet<>(given);
        into.unless(once.size() == given.size(), path, operation + " with " + filter + " gives the same twice");
        for (CimInstancePath found : Crawler.differ(expected, once)) {
            into.add(path, operation + " with " + filter + (expected.contains(found) ? " lacks " : " gives ") + found);
        }
    }

    private static List<CimInstancePath> paths(List<CimInstance> instances) {
        return instances.stream()
                .map(CimInstance::path)
                .map(Objects::requireNonNull)
                .toList();
    }

    private boolean passes(CimInstancePath found, @Nullable CimName className) {
        return className == null || census.classes().isA(found.className(), className);
    }

    private static boolean is(CimName given, @Nullable CimName wanted) {
        return wanted == null || given.equals(wanted);
    }
}
