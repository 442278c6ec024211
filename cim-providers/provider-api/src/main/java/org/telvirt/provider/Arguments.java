package org.telvirt.provider;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;

/** The arguments of a method call by name; for each getter null means NULL or not given. */
public record Arguments(List<CimArgument> all) {
    /** Copies the list. */
    public Arguments {
        all = List.copyOf(all);
    }

    public @Nullable CimValue value(CimName name) {
        for (CimArgument argument : all) {
            if (argument.name().equals(name)) {
                return argument.value();
            }
        }
        return null;
    }

    public @Nullable String text(CimName name) {
        return value(name) instanceof CimValue.Text text ? text.value() : null;
    }

    public @Nullable Long number(CimName name) {
        return value(name) instanceof CimValue.Int number ? (Long) number.bits() : null;
    }

    public @Nullable Boolean bool(CimName name) {
        return value(name) instanceof CimValue.Bool bool ? (Boolean) bool.value() : null;
    }

    public @Nullable CimDateTime dateTime(CimName name) {
        return value(name) instanceof CimValue.DateTime time ? time.value() : null;
    }

    /** An instance that is referred to. */
    public @Nullable CimInstancePath reference(CimName name) {
        return value(name) instanceof CimValue.Reference reference && reference.path() instanceof CimInstancePath path
                ? path
                : null;
    }

    /** An embedded instance. */
    public @Nullable CimInstance embedded(CimName name) {
        return value(name) instanceof CimValue.Embedded embedded && embedded.object() instanceof CimInstance instance
                ? instance
                : null;
    }

    /** Embedded instances in order; empty: NULL, not given or none. */
    public List<CimInstance> embeddeds(CimName name) {
        List<CimInstance> instances = new ArrayList<>();
        if (value(name) instanceof CimValue.Array array) {
            for (@Nullable CimValue element : array.elements()) {
                if (element instanceof CimValue.Embedded embedded
                        && embedded.object() instanceof CimInstance instance) {
                    instances.add(instance);
                }
            }
        }
        return instances;
    }

    /** Instances that are referred to, in order; empty: NULL, not given or none. */
    public List<CimInstancePath> references(CimName name) {
        List<CimInstancePath> paths = new ArrayList<>();
        if (value(name) instanceof CimValue.Array array) {
            for (@Nullable CimValue element : array.elements()) {
                if (element instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath path) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }
}
