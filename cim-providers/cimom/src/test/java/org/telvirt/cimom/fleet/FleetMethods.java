package org.telvirt.cimom.fleet;

import static org.telvirt.cim.CimValues.reference;
import static org.telvirt.cim.CimValues.uint32;

import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;

/** The methods of the fleet. They keep what they were called with, so that tests can look at it. */
final class FleetMethods {
    private static final CimName DEFINE_SYSTEM = CimName.of("DefineSystem");
    private static final CimName DESTROY_SYSTEM = CimName.of("DestroySystem");
    private static final CimName REQUEST_STATE_CHANGE = CimName.of("RequestStateChange");

    private FleetMethods() {}

    record Service(Fleet fleet) implements MethodProvider {
        @Override
        public CimName className() {
            return FleetNames.SERVICE;
        }

        @Override
        public Set<CimName> methods() {
            return Set.of(DEFINE_SYSTEM, DESTROY_SYSTEM);
        }

        @Override
        public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
                throws CimException {
            return method.equals(DEFINE_SYSTEM) ? define(arguments) : destroy(arguments);
        }

        private MethodResult define(Arguments arguments) {
            CimInstance settings = arguments.embedded(CimName.of("SystemSettings"));
            String name = settings == null ? null : settings.text(FleetNames.ELEMENT_NAME);
            if (name == null) {
                return new MethodResult(uint32(4), List.of());
            }
            int resources = arguments.embeddeds(CimName.of("ResourceSettings")).size();
            fleet.with(name, 100 + resources);
            CimInstancePath system = Fleet.system(name);
            return new MethodResult(
                    uint32(0), List.of(new CimArgument(CimName.of("ResultingSystem"), null, reference(system))));
        }

        private MethodResult destroy(Arguments arguments) {
            CimInstancePath system = arguments.reference(CimName.of("AffectedSystem"));
            String name = system == null ? null : system.text(FleetNames.NAME);
            if (name == null || fleet.state(name) == null) {
                return new MethodResult(uint32(4), List.of());
            }
            fleet.remove(name);
            return new MethodResult(uint32(0), List.of());
        }
    }

    record Computer(Fleet fleet) implements MethodProvider {
        @Override
        public CimName className() {
            return FleetNames.COMPUTER_SYSTEM;
        }

        @Override
        public Set<CimName> methods() {
            return Set.of(REQUEST_STATE_CHANGE);
        }

        @Override
        public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context) {
            Long state = arguments.number(CimName.of("RequestedState"));
            if (state == null || !(target instanceof CimInstancePath system)) {
                return new MethodResult(uint32(5), List.of());
            }
            fleet.with(String.valueOf(system.text(FleetNames.NAME)), state.intValue());
            return new MethodResult(uint32(0), List.of());
        }
    }
}
