package org.telvirt.benchmarks.wire;

import java.util.List;
import java.util.Objects;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cimxml.client.CimXmlClient;

/** Defines virtual systems whose changes of state make events. */
final class VirtualSystems {
    private static final CallContext CONTEXT = CallContext.internal("bench");
    private static final CimName SERVICE = CimName.of("CIM_VirtualSystemManagementService");
    private static final int PROCESSOR = 3;
    private static final int MEMORY = 4;

    private VirtualSystems() {}

    static void define(CimXmlClient client, int count) throws CimException {
        define(client, 0, count);
    }

    /** Defines those that are missing from so many up to so many. */
    static void define(CimXmlClient client, int from, int count) throws CimException {
        CimInstancePath service;
        try (CimCursor<CimInstancePath> found =
                client.execute(new EnumerateInstanceNames(StaticClass.VIRT, SERVICE), CONTEXT)) {
            service = Objects.requireNonNull(found.next(), "no CIM_VirtualSystemManagementService");
        }
        for (int i = from; i < count; i++) {
            CimInstance settings = CimInstance.of(CimName.of("CIM_VirtualSystemSettingData"))
                    .with(CimName.of("ElementName"), "bench" + i)
                    .build();
            client.execute(
                    new InvokeMethod(
                            StaticClass.VIRT,
                            service,
                            CimName.of("DefineSystem"),
                            List.of(
                                    argument("SystemSettings", CimValues.embedded(settings)),
                                    argument(
                                            "ResourceSettings",
                                            CimValues.embeddeds(
                                                    List.of(resource(PROCESSOR, 1), resource(MEMORY, 64)))))),
                    CONTEXT);
        }
    }

    private static CimArgument argument(String name, CimValue value) {
        return new CimArgument(CimName.of(name), null, value);
    }

    private static CimInstance resource(int type, int quantity) {
        CimInstance.Builder resource = CimInstance.of(CimName.of("CIM_ResourceAllocationSettingData"))
                .with(CimName.of("ResourceType"), CimValues.uint16(type))
                .with(CimName.of("VirtualQuantity"), CimValues.uint64(quantity));
        return (type == MEMORY ? resource.with(CimName.of("AllocationUnits"), "byte*2^20") : resource).build();
    }
}
