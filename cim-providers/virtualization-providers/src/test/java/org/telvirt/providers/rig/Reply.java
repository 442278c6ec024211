package org.telvirt.providers.rig;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;

/** What a method gave back. */
public record Reply(MethodResult result) {
    /** The return value. */
    public long code() {
        if (result.returnValue() instanceof CimValue.Int number) {
            return number.bits();
        }
        throw new AssertionError("returned " + result.returnValue());
    }

    /** An output; null: NULL. */
    public @Nullable CimValue output(String name) {
        for (CimArgument output : result.outputs()) {
            if (output.name().equals(CimName.of(name))) {
                return output.value();
            }
        }
        return null;
    }

    /** An instance that an output refers to, which it does. */
    public CimInstancePath path(String name) {
        if (output(name) instanceof CimValue.Reference reference && reference.path() instanceof CimInstancePath path) {
            return path;
        }
        throw new AssertionError(name + " is " + output(name));
    }

    /** Instances that an output refers to. */
    public List<CimInstancePath> paths(String name) {
        List<CimInstancePath> paths = new ArrayList<>();
        if (output(name) instanceof CimValue.Array array) {
            for (CimValue element : array.elements()) {
                if (element instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath path) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }
}
