package org.telvirt.conformance.crawler;

import java.util.HashMap;
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
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.WbemServer;

/** What classes list: what their subclasses list and what is of the class itself, with either operation. */
final class Classes {
    private final WbemServer server;
    private final Census census;

    Classes(WbemServer server, Census census) {
        this.server = server;
        this.census = census;
    }

    /** The classes whose lists do not agree at a glance, each asked for its names once. */
    Set<CimName> disagreeing() throws CimException {
        Map<CimName, List<CimInstancePath>> lists = new HashMap<>();
        for (CimClass declared : census.classes().all()) {
            lists.put(
                    declared.name(),
                    server.names(census.namespace(), declared.name().toString()));
        }
        Set<CimName> disagreeing = new LinkedHashSet<>();
        for (CimClass declared : census.classes().all()) {
            Findings findings = new Findings();
            compare(declared.name(), lists, findings);
            boolean empty = lists.getOrDefault(declared.name(), List.of()).isEmpty();
            if (!findings.all().isEmpty() || (!empty && !listsBothWays(declared.name(), lists))) {
                disagreeing.add(declared.name());
            }
        }
        return disagreeing;
    }

    private boolean listsBothWays(CimName name, Map<CimName, List<CimInstancePath>> lists) throws CimException {
        return paths(name).equals(new LinkedHashSet<>(lists.getOrDefault(name, List.of())));
    }

    private Set<CimInstancePath> paths(CimName name) throws CimException {
        Set<CimInstancePath> paths = new LinkedHashSet<>();
        for (CimInstance instance : server.enumerate(census.namespace(), name.toString())) {
            paths.add(Objects.requireNonNull(instance.path()));
        }
        return paths;
    }

    /** Asks a class and its subclasses anew. */
    void agree(CimName name, Findings into) throws CimException {
        Map<CimName, List<CimInstancePath>> lists = new HashMap<>();
        lists.put(name, server.names(census.namespace(), name.toString()));
        for (CimClass each : census.classes().all()) {
            if (name.equals(each.superclass())) {
                lists.put(
                        each.name(),
                        server.names(census.namespace(), each.name().toString()));
            }
        }
        compare(name, lists, into);
        Crawler.differ(paths(name), new LinkedHashSet<>(lists.getOrDefault(name, List.of())))
                .forEach(path ->
                        into.add(path, "is in only one of EnumerateInstances and EnumerateInstanceNames of " + name));
    }

    private void compare(CimName name, Map<CimName, List<CimInstancePath>> lists, Findings into) {
        Set<CimInstancePath> parts = new LinkedHashSet<>();
        for (CimClass each : census.classes().all()) {
            if (name.equals(each.superclass())) {
                for (CimInstancePath path : lists.getOrDefault(each.name(), List.of())) {
                    into.unless(parts.add(path), path, "is listed by two subclasses of " + name);
                }
            }
        }
        Set<CimInstancePath> whole = new LinkedHashSet<>();
        for (CimInstancePath path : lists.getOrDefault(name, List.of())) {
            into.unless(whole.add(path), path, "is listed twice by " + name);
            into.unless(
                    census.classes().isA(path.className(), name), path, "is listed by " + name + ", which it is not");
            if (path.className().equals(name)) {
                parts.add(path);
            }
        }
        Crawler.differ(whole, parts)
                .forEach(path -> into.add(path, "is listed by only one of " + name + " and its subclasses"));
    }
}
