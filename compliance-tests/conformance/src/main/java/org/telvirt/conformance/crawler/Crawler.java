package org.telvirt.conformance.crawler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.conformance.wbem.Finding;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.InstanceRules;
import org.telvirt.conformance.wbem.WbemServer;

/**
 * Compares all answers of a server about some namespaces. Where things change meanwhile, a comparison that does not hold
 * is made again with fresh answers, and only what never holds is told. So an instance may vanish if it has really
 * vanished: from its class, from its associations and when asked for alone.
 */
public final class Crawler {
    private static final int MOST_FINDINGS = 200;

    private final WbemServer server;
    private final int patience;
    private final int sieved;
    private final Random random;
    private final Findings findings = new Findings();
    private int questions;
    private int repeated;

    /**
     * @param patience how often a comparison is made before what does not agree is told; 1 where nothing changes
     * @param sieved from how many instances of each class associations are followed with all filters too
     * @param random chooses those instances
     */
    public Crawler(WbemServer server, int patience, int sieved, Random random) {
        this.server = server;
        this.patience = patience;
        this.sieved = sieved;
        this.random = random;
    }

    /** A comparison; it asks anew each time. */
    @FunctionalInterface
    interface Question {
        void ask(Findings into) throws CimException;
    }

    /** Crawls through all of these namespaces. */
    public CrawlReport crawl(List<CimNamespace> namespaces) throws CimException {
        int instances = 0;
        int associations = 0;
        for (CimNamespace namespace : namespaces) {
            Census census = Census.of(server, namespace);
            instances += census.instances().size();
            associations += census.instances().size() - census.elements().size();
            crawl(census);
        }
        List<Finding> all = findings.all();
        return new CrawlReport(instances, associations, questions, repeated, all);
    }

    private void crawl(Census census) throws CimException {
        Classes classes = new Classes(server, census);
        questions += census.classes().all().size();
        for (CimName name : classes.disagreeing()) {
            steady(into -> classes.agree(name, into));
        }
        InstanceRules rules = new InstanceRules(census.classes());
        for (CimInstance instance : census.instances().values()) {
            rules.check(instance, findings);
            alone(census, instance);
        }
        Set<CimInstancePath> chosen = chosen(census);
        for (CimInstancePath path : census.elements()) {
            Surroundings surroundings = new Surroundings(server, census, path);
            steady(surroundings::agree);
            if (chosen.contains(path)) {
                steady(new Sieves(server, census, path)::agree);
            }
        }
        for (CimInstance instance : census.instances().values()) {
            for (End end : End.of(instance)) {
                existing(census, Objects.requireNonNull(instance.path()), end);
            }
        }
    }

    private void steady(Question question) throws CimException {
        Findings last = new Findings();
        for (int time = 0; time < patience; time++) {
            questions++;
            last = new Findings();
            question.ask(last);
            if (last.all().isEmpty()) {
                return;
            }
            repeated++;
        }
        if (findings.all().size() < MOST_FINDINGS) {
            findings.addAll(last.all());
        }
    }

    /** An instance is the same in the list of its class and when asked for alone. */
    private void alone(Census census, CimInstance listed) throws CimException {
        CimInstancePath path = Objects.requireNonNull(listed.path());
        boolean[] first = {true};
        steady(into -> {
            CimInstance one = server.get(path);
            CimInstance other = first[0] ? listed : inItsClass(census, path);
            first[0] = false;
            if (one == null || other == null) {
                into.unless(
                        one == null && other == null,
                        path,
                        one == null ? "is listed but cannot be fetched" : "can be fetched but is not listed");
            } else {
                same(path, one, other, into);
            }
        });
    }

    private @Nullable CimInstance inItsClass(Census census, CimInstancePath path) throws CimException {
        for (CimInstance instance :
                server.enumerate(census.namespace(), path.className().toString())) {
            if (path.equals(instance.path())) {
                return instance;
            }
        }
        return null;
    }

    static void same(CimInstancePath path, CimInstance one, CimInstance other, Findings into) {
        Map<CimName, Object> left = values(one);
        Map<CimName, Object> right = values(other);
        Set<CimName> all = new LinkedHashSet<>(left.keySet());
        all.addAll(right.keySet());
        for (CimName name : all) {
            into.unless(
                    Objects.equals(left.get(name), right.get(name)),
                    path,
                    name + " is " + left.get(name) + " alone and " + right.get(name) + " in a list");
        }
    }

    private static Map<CimName, Object> values(CimInstance instance) {
        Map<CimName, Object> values = new HashMap<>();
        instance.properties().forEach(property -> {
            if (property.value() != null) {
                values.put(property.name(), property.value());
            }
        });
        return values;
    }

    /** What an association refers to is there, or the association has gone too. */
    private void existing(Census census, CimInstancePath association, End end) throws CimException {
        if (census.instances().containsKey(end.path())) {
            return;
        }
        steady(into -> into.unless(
                server.get(end.path()) != null || server.get(association) == null,
                association,
                end.role() + " refers to " + end.path() + ", which does not exist"));
    }

    private Set<CimInstancePath> chosen(Census census) {
        Map<CimName, List<CimInstancePath>> byClass = new HashMap<>();
        for (CimInstancePath path : census.elements()) {
            byClass.computeIfAbsent(path.className(), name -> new ArrayList<>()).add(path);
        }
        Set<CimInstancePath> chosen = new HashSet<>();
        for (CimName name : byClass.keySet().stream().sorted().toList()) {
            List<CimInstancePath> all = byClass.getOrDefault(name, List.of());
            Collections.shuffle(all, random);
            chosen.addAll(all.subList(0, Math.min(sieved, all.size())));
        }
        return chosen;
    }

    static Set<CimInstancePath> differ(Set<CimInstancePath> one, Set<CimInstancePath> other) {
        Set<CimInstancePath> in = new LinkedHashSet<>(one);
        in.removeAll(other);
        Set<CimInstancePath> out = new LinkedHashSet<>(other);
        out.removeAll(one);
        in.addAll(out);
        return in;
    }
}
