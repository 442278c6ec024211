package org.telvirt.server.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.SetQualifier;

/** A server with one namespace, made by a client, and no more operations than an import needs. */
final class MemoryServer implements CimService {
    private final Map<CimName, CimQualifierDeclaration> qualifiers = new LinkedHashMap<>();
    private final Map<CimName, CimClass> classes = new LinkedHashMap<>();
    private final Set<CimName> refused = new LinkedHashSet<>();
    private final List<CimInstance> instances = new ArrayList<>();
    private boolean hasNamespace;
    private int changes;

    void refuse(String className) {
        refused.add(CimName.of(className));
    }

    List<String> classNames() {
        return classes.keySet().stream().map(CimName::toString).toList();
    }

    CimClass found(String name) {
        return Objects.requireNonNull(classes.get(CimName.of(name)));
    }

    int instances() {
        return instances.size();
    }

    int changes() {
        return changes;
    }

    @Override
    @SuppressWarnings("unchecked") // each operation has its own kind of answer
    public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
        return (R) perform(operation);
    }

    private Object perform(CimOperation<?> operation) throws CimException {
        if (operation instanceof EnumerateQualifiers) {
            if (!hasNamespace) {
                throw new CimException(CimStatus.INVALID_NAMESPACE, "There is none");
            }
            return CimCursor.of(List.copyOf(qualifiers.values()));
        }
        if (operation instanceof EnumerateClasses) {
            return CimCursor.of(List.copyOf(classes.values()));
        }
        if (operation instanceof CreateInstance create) {
            return create(create);
        }
        changes++;
        if (operation instanceof SetQualifier set) {
            qualifiers.put(set.declaration().name(), set.declaration());
        } else if (operation instanceof CreateClass create) {
            check(create.declaration());
            classes.put(create.declaration().name(), create.declaration());
        } else if (operation instanceof ModifyClass modify) {
            classes.put(modify.declaration().name(), modify.declaration());
        }
        return Done.DONE;
    }

    private Object create(CreateInstance create) {
        if (create.instance().className().is("CIM_Namespace")) {
            hasNamespace = true;
        } else {
            instances.add(create.instance());
        }
        return CimInstancePath.of(create.instance().className());
    }

    private void check(CimClass wanted) throws CimException {
        if (refused.contains(wanted.name())) {
            throw new CimException(CimStatus.ACCESS_DENIED, "not " + wanted.name());
        }
        Stream<@Nullable CimName> used = Stream.concat(
                Stream.of(wanted).map(CimClass::superclass),
                wanted.methods().stream()
                        .flatMap(method -> method.parameters().stream())
                        .map(parameter -> parameter.type().referenceClass()));
        if (used.anyMatch(name -> name != null && !classes.containsKey(name))) {
            throw new CimException(CimStatus.INVALID_PARAMETER, "a class is not there");
        }
    }
}
