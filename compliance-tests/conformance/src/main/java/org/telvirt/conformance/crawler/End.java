package org.telvirt.conformance.crawler;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.conformance.wbem.WbemServer;

/** One end of an association: the reference and what it refers to. */
record End(CimName role, CimInstancePath path) {
    /** The ends of an association; empty: it is none. */
    static List<End> of(CimInstance instance) {
        List<End> ends = new ArrayList<>();
        CimInstancePath whole = instance.path();
        for (CimProperty property : instance.properties()) {
            if (whole != null
                    && property.value() instanceof CimValue.Reference reference
                    && reference.path() instanceof CimInstancePath path) {
                ends.add(new End(property.name(), WbemServer.whole(path, WbemServer.namespace(whole))));
            }
        }
        return ends;
    }
}
