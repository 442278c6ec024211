package org.telvirt.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** All that some roles allow together, so arranged that the common questions are answered at once. */
final class Rights {
    private final ClassTree classes;
    private final Map<Activity, Scopes> byActivity = new EnumMap<>(Activity.class);

    private static final class Scopes {
        private boolean everything;
        private final Set<CimNamespace> namespaces = new HashSet<>();
        private final List<Scope.OfClass> classes = new ArrayList<>();
        private final List<Scope.OfMethod> methods = new ArrayList<>();
        private final List<InstanceName> instances = new ArrayList<>();
    }

    Rights(Collection<Role> roles, ClassTree classes) {
        this.classes = classes;
        for (Role role : roles) {
            for (Privilege privilege : role.privileges()) {
                privilege.grants().forEach(this::add);
            }
        }
    }

    private void add(Grant grant) {
        Scopes scopes = byActivity.computeIfAbsent(grant.activity(), activity -> new Scopes());
        Scope scope = grant.scope();
        if (scope instanceof Scope.Everything) {
            scopes.everything = true;
        } else if (scope instanceof Scope.InNamespace all) {
            scopes.namespaces.add(classes.own(all.namespace()));
        } else if (scope instanceof Scope.OfClass one) {
            scopes.classes.add(new Scope.OfClass(own(one.namespace()), one.className()));
        } else if (scope instanceof Scope.OfMethod one) {
            scopes.methods.add(new Scope.OfMethod(own(one.namespace()), one.className(), one.method()));
        } else if (scope instanceof Scope.OneInstance one) {
            InstanceName name = one.name();
            scopes.instances.add(new InstanceName(classes.own(name.namespace()), name.className(), name.keys()));
        }
    }

    private @Nullable CimNamespace own(@Nullable CimNamespace namespace) {
        return namespace == null ? null : classes.own(namespace);
    }

    boolean allowsEverywhere(Activity activity) {
        Scopes scopes = byActivity.get(activity);
        return scopes != null && scopes.everything;
    }

    /** Whether all of what is asked is allowed. */
    boolean allows(Asked asked) {
        Scopes scopes = byActivity.get(asked.activity());
        return scopes != null
                && (scopes.everything
                        || scopes.namespaces.contains(asked.namespace())
                        || allowsClass(scopes, asked)
                        || allowsMethod(scopes, asked)
                        || allowsInstance(scopes, asked));
    }

    private boolean allowsClass(Scopes scopes, Asked asked) {
        CimName className = asked.className();
        for (Scope.OfClass scope : scopes.classes) {
            if (className != null
                    && isIn(scope.namespace(), asked.namespace())
                    && classes.isA(asked.namespace(), className, scope.className())) {
                return true;
            }
        }
        return false;
    }

    private boolean allowsMethod(Scopes scopes, Asked asked) {
        CimName className = asked.className();
        for (Scope.OfMethod scope : scopes.methods) {
            if (className != null
                    && scope.method().equals(asked.method())
                    && isIn(scope.namespace(), asked.namespace())
                    && classes.isA(asked.namespace(), className, scope.className())) {
                return true;
            }
        }
        return false;
    }

    private static boolean allowsInstance(Scopes scopes, Asked asked) {
        CimInstancePath path = asked.path();
        for (InstanceName instance : scopes.instances) {
            if (path != null && instance.names(asked.namespace(), path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything in a namespace is allowed. */
    boolean allowsSome(Activity activity, CimNamespace namespace) {
        Scopes scopes = byActivity.get(activity);
        return scopes != null
                && (scopes.everything
                        || scopes.namespaces.contains(namespace)
                        || scopes.classes.stream().anyMatch(scope -> isIn(scope.namespace(), namespace))
                        || scopes.instances.stream()
                                .anyMatch(name -> name.namespace().equals(namespace)));
    }

    /** Whether it is allowed for a class, or for a subclass or an instance of it. */
    boolean allowsSomeOf(Activity activity, CimNamespace namespace, CimName className) {
        Scopes scopes = byActivity.get(activity);
        return allows(new Asked(activity, namespace, className, null, null))
                || (scopes != null
                        && (scopes.classes.stream()
                                        .filter(scope -> isIn(scope.namespace(), namespace))
                                        .anyMatch(scope -> classes.isA(namespace, scope.className(), className))
                                || scopes.instances.stream()
                                        .filter(name -> name.namespace().equals(namespace))
                                        .anyMatch(name -> classes.isA(namespace, name.className(), className))));
    }

    /** Whether a method of a class is allowed by name. */
    boolean allowsSomeMethodOf(CimNamespace namespace, CimName className) {
        Scopes scopes = byActivity.get(Activity.EXECUTE);
        return scopes != null
                && scopes.methods.stream()
                        .filter(scope -> isIn(scope.namespace(), namespace))
                        .anyMatch(scope -> classes.isA(namespace, className, scope.className()));
    }

    private static boolean isIn(@Nullable CimNamespace scope, CimNamespace namespace) {
        return scope == null || scope.equals(namespace);
    }
}
