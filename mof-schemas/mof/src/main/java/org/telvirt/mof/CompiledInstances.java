package org.telvirt.mof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.syntax.DeclaredInstance;
import org.telvirt.mof.syntax.DeclaredInstance.AliasUse;

/** The instances of a compilation; an alias may be used before the instance that has it. */
final class CompiledInstances {
    // an association of an association of one is already rare
    private static final int DEEPEST = 100;

    private final List<Pending> pending = new ArrayList<>();
    private final Map<CimName, Pending> aliases = new HashMap<>();

    /** An instance whose aliases are perhaps not yet replaced. */
    private static final class Pending {
        private final DeclaredInstance declared;
        private final CimClass definition;
        private final CimNamespace namespace;
        private @Nullable CimInstance resolved;
        private boolean resolving;

        private Pending(DeclaredInstance declared, CimClass definition, CimNamespace namespace) {
            this.declared = declared;
            this.definition = definition;
            this.namespace = namespace;
        }
    }

    void add(DeclaredInstance declared, CimClass definition, CimNamespace namespace) throws MofException {
        Pending instance = new Pending(declared, definition, namespace);
        pending.add(instance);
        if (declared.alias() != null && aliases.putIfAbsent(declared.alias(), instance) != null) {
            throw declared.place().error("The alias '$" + declared.alias() + "' is already used for another instance");
        }
    }

    /** All instances with their paths, in the order they were added. */
    /** The instances with their paths; without those that have problems, which are told. */
    List<CimInstance> resolved(Problems problems) throws MofException {
        Map<CimInstancePath, Pending> known = new LinkedHashMap<>();
        List<CimInstance> instances = new ArrayList<>(pending.size());
        for (Pending next : pending) {
            try {
                CimInstance instance = resolved(next, 0);
                requireNew(known, next, instance.path());
                instances.add(instance);
            } catch (MofException e) {
                problems.add(e);
            }
        }
        return instances;
    }

    private static void requireNew(Map<CimInstancePath, Pending> known, Pending next, @Nullable CimInstancePath path)
            throws MofException {
        Pending earlier = path == null ? null : known.putIfAbsent(path, next);
        if (earlier != null) {
            throw next.declared
                    .place()
                    .error("The instance " + path + " is already declared at "
                            + earlier.declared.place().error("").location());
        }
    }

    private CimInstance resolved(Pending next, int depth) throws MofException {
        CimInstance known = next.resolved;
        if (known != null) {
            return known;
        }
        next.resolving = true;
        CimInstance instance = next.declared.instance();
        for (AliasUse use : next.declared.uses()) {
            instance = replaced(instance, use, depth);
        }
        CimInstance resolved = instance.at(path(instance, next));
        next.resolved = resolved;
        return resolved;
    }

    private CimInstance replaced(CimInstance instance, AliasUse use, int depth) throws MofException {
        Pending target = aliases.get(use.alias());
        if (target == null) {
            throw use.place().error("No instance has the alias '$" + use.alias() + "'");
        } else if (target.resolving && target.resolved == null) {
            throw use.place().error("The alias '$" + use.alias() + "' refers to this instance itself");
        } else if (depth == DEEPEST) {
            throw use.place().error("Aliases refer to each other more than " + DEEPEST + " deep");
        }
        CimInstancePath path = resolved(target, depth + 1).path();
        CimValue value = path == null ? null : CimValues.reference(path);
        List<CimProperty> properties = new ArrayList<>(instance.properties());
        properties.replaceAll(
                property -> property.name().equals(use.property()) ? property.withValue(value) : property);
        return instance.withProperties(properties);
    }

    private static CimInstancePath path(CimInstance instance, Pending next) throws MofException {
        List<CimKey> keys = new ArrayList<>(2);
        Place place = next.declared.place();
        for (CimPropertyDeclaration key : next.definition.keys()) {
            CimProperty given = instance.property(key.name());
            CimValue value = given == null ? key.defaultValue() : given.value();
            if (value == null) {
                throw place.error("An instance of '" + next.definition.name() + "' needs a value for its key '"
                        + key.name() + "'");
            }
            keys.add(new CimKey(key.name(), value));
        }
        return new CimInstancePath(null, next.namespace, next.definition.name(), keys);
    }
}
