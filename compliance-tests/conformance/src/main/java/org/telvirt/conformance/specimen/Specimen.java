package org.telvirt.conformance.specimen;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** A virtual system that checks may do anything to. */
public final class Specimen implements AutoCloseable {
    private final Laboratory laboratory;
    private final CimInstancePath path;

    Specimen(Laboratory laboratory, CimInstancePath path) {
        this.laboratory = laboratory;
        this.path = path;
    }

    /** Its path. */
    public CimInstancePath path() {
        return path;
    }

    /** The virtual system as it is now. */
    public CimInstance instance() throws CimException {
        CimInstance instance = laboratory.server().get(path);
        if (instance == null) {
            throw CimException.notFound(path);
        }
        return instance;
    }

    /** EnabledState; -1: NULL. */
    public long enabledState() throws CimException {
        return number("EnabledState");
    }

    /** A number that the system says; -1: NULL. */
    public long number(String property) throws CimException {
        Long value = instance().number(CimName.of(property));
        return value == null ? -1 : value;
    }

    /** Asks for a state, and waits for the job, if there is one. */
    public Outcome request(int requestedState) throws CimException {
        return laboratory.settled(laboratory
                .server()
                .invoke(
                        path,
                        "RequestStateChange",
                        Outcome.argument("RequestedState", CimValues.uint16(requestedState))));
    }

    /** Whether it comes to be in a state. */
    public boolean comesToBe(SystemState state) throws CimException {
        return laboratory.eventually(() -> enabledState() == state.enabledState());
    }

    /**
     * Brings it from Defined into a state.
     *
     * @throws CimException FAILED: it does not get there
     */
    public void bring(SystemState state) throws CimException {
        for (int request : state.requests()) {
            Outcome outcome = request(request);
            if (!outcome.succeeded()) {
                throw CimException.failed("RequestStateChange(" + request + ") on the way to " + state + " gave "
                        + outcome + laboratory.why(outcome));
            }
        }
        if (!comesToBe(state)) {
            throw CimException.failed("EnabledState is " + enabledState() + " and never that of " + state);
        }
    }

    /** The settings of its state. */
    public CimInstance state() throws CimException {
        return only(
                laboratory.server().associators(path, "CIM_SettingsDefineState", "CIM_VirtualSystemSettingData"),
                "CIM_SettingsDefineState leads from " + path);
    }

    /** The defined settings: what IsDefault or, failing that, IsNext says. */
    public CimInstance defined() throws CimException {
        CimInstance state = state();
        CimInstancePath from = Objects.requireNonNull(state.path());
        for (String mark : List.of("IsDefault", "IsNext")) {
            for (CimInstance link : laboratory.server().references(from, "CIM_ElementSettingData", "ManagedElement")) {
                Long value = link.number(CimName.of(mark));
                CimInstance found = value != null && value == 1 ? end(link, "SettingData") : null;
                if (found != null) {
                    return found;
                }
            }
        }
        throw CimException.failed("No CIM_ElementSettingData leads from " + from + " to a default configuration");
    }

    /** The settings of the resources in a configuration. */
    public List<CimInstance> resources(CimInstance configuration) throws CimException {
        return laboratory
                .server()
                .associators(
                        Objects.requireNonNull(configuration.path()),
                        "CIM_VirtualSystemSettingDataComponent",
                        "CIM_ResourceAllocationSettingData");
    }

    private @Nullable CimInstance end(CimInstance link, String role) throws CimException {
        return link.value(CimName.of(role)) instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath to
                ? laboratory.server().get(WbemServer.whole(to, laboratory.namespace()))
                : null;
    }

    private static CimInstance only(List<CimInstance> found, String what) throws CimException {
        if (found.size() != 1) {
            throw CimException.failed(what + " to " + found.size() + " instances, not to one");
        }
        return found.get(0);
    }

    /** Destroys it. */
    @Override
    public void close() throws CimException {
        laboratory.destroy(path);
    }
}
