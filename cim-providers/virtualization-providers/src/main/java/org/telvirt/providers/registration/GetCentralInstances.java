package org.telvirt.providers.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;

/** GetCentralInstances of registered profiles (DSP1033 1.1); it returns a uint8. Safe for use by many threads. */
final class GetCentralInstances implements MethodProvider {
    private static final int COMPLETED = 0;
    private static final CimDataType PATHS =
            new CimDataType(CimType.REFERENCE, true, null, RegistrationNames.CIM_MANAGED_ELEMENT, Embedding.NONE);

    private final List<CentralInstances> central;

    GetCentralInstances(List<CentralInstances> central) {
        this.central = List.copyOf(central);
    }

    @Override
    public CimName className() {
        return RegistrationNames.TELVIRT_REGISTERED_PROFILE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(RegistrationNames.GET_CENTRAL_INSTANCES);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        List<CimInstancePath> paths = new ArrayList<>();
        for (CentralInstances those : central) {
            if (target instanceof CimInstancePath path && those.profile().isAt(path)) {
                paths.addAll(those.instances()
                        .enumeratePaths(context)
                        .map(found -> found.in(those.namespace()))
                        .toList());
            }
        }
        CimArgument argument = new CimArgument(RegistrationNames.CENTRAL_INSTANCES, PATHS, CimValues.references(paths));
        return new MethodResult(CimValues.uint8(COMPLETED), List.of(argument));
    }
}
