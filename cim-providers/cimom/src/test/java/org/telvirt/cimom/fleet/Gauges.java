package org.telvirt.cimom.fleet;

import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.dateTime;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.Associations;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.MethodProvider;
import org.telvirt.provider.ProviderSet;

/** Gauges 0, 1 and 2, of which 1 follows 0 and 0 follows itself; for what the fleet has no need of. */
public final class Gauges implements MethodProvider {
    public static final CimDateTime SINCE = new CimDateTime("20260101000000.000000+000");

    private final List<Arguments> calls = new ArrayList<>();
    private MethodResult result = new MethodResult(uint32(0), List.of());

    public static CimInstancePath path(int number) {
        return CimInstancePath.of(
                FleetNames.GAUGE,
                new CimKey(name("Number"), uint32(number)),
                new CimKey(name("Even"), bool(number % 2 == 0)),
                new CimKey(name("Since"), dateTime(SINCE)));
    }

    public static CimInstance gauge(int number, CimProperty... properties) {
        return CimInstance.of(FleetNames.GAUGE)
                .withKeys(path(number))
                .with(List.of(properties))
                .at(path(number));
    }

    /** A server with gauges of these properties. */
    public TestServer server(CimProperty... properties) {
        InstanceProvider gauges = new FixedInstances(
                FleetNames.GAUGE, List.of(gauge(0, properties), gauge(1, properties), gauge(2, properties)));
        return TestServer.of(
                List.of(new ProviderSet(
                        Set.of(FleetNames.ROOT_VIRT),
                        List.of(gauges),
                        List.of(Associations.of(FleetNames.NEXT_GAUGE)
                                .from(name("Earlier"), gauges)
                                .to(name("Later"), gauges)
                                .manyToMany(Gauges::later, Gauges::earlier)),
                        List.of(this))),
                TestServer.FATAL);
    }

    private static List<CimInstancePath> later(CimInstancePath path, CallContext context) {
        return path.equals(path(0).in(path.namespace())) ? List.of(path(0), path(1)) : List.of();
    }

    private static List<CimInstancePath> earlier(CimInstancePath path, CallContext context) {
        return path.equals(path(2).in(path.namespace())) ? List.of() : List.of(path(0));
    }

    /** What the next calls give back. */
    public Gauges answering(MethodResult answer) {
        result = answer;
        return this;
    }

    /** The arguments of the last call; null: there was none. */
    public @Nullable Arguments lastCall() {
        return calls.isEmpty() ? null : calls.get(calls.size() - 1);
    }

    @Override
    public CimName className() {
        return FleetNames.GAUGE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(name("Reset"), name("Count"), name("Compare"));
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        calls.add(arguments);
        return result;
    }
}
