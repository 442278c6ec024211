package org.telvirt.cimom.authorization;

import java.util.Objects;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;

/** Leaves out of lists what a caller may not see. */
public record Sieve(Authorizer authorizer, CallContext context) {
    /** The instances, each with its path, that the caller may see. */
    public CimCursor<CimInstance> instances(CimCursor<CimInstance> all) {
        return authorizer.showsEverything(context)
                ? all
                : all.map(found -> authorizer.shows(Objects.requireNonNull(found.path()), context) ? found : null);
    }

    /** The paths that the caller may see. */
    public CimCursor<CimInstancePath> paths(CimCursor<CimInstancePath> all) {
        return authorizer.showsEverything(context)
                ? all
                : all.map(path -> authorizer.shows(path, context) ? path : null);
    }
}
