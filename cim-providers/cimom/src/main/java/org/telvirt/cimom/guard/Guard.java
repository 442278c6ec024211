package org.telvirt.cimom.guard;

import java.util.List;
import org.telvirt.cim.operation.CimService;

/** Puts a service around a service. */
@FunctionalInterface
public interface Guard {
    CimService around(CimService inner);

    /**
     * The service with guards around it.
     *
     * @param guards outermost first
     */
    static CimService around(CimService inner, List<Guard> guards) {
        CimService guarded = inner;
        for (int i = guards.size() - 1; i >= 0; i--) {
            guarded = guards.get(i).around(guarded);
        }
        return guarded;
    }
}
