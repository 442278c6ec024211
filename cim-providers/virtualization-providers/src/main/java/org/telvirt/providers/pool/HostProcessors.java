package org.telvirt.providers.pool;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ScopedPath;
import org.telvirt.providers.host.HostMapper;

/** Answers for the processors of the host, by number. Safe for use by many threads. */
public final class HostProcessors implements InstanceProvider {
    private static final String PREFIX = "processor/";
    private static final int CPU_ENABLED = 1;

    private final VirtualizationFacility facility;

    public HostProcessors(VirtualizationFacility facility) {
        this.facility = facility;
    }

    @Override
    public CimName className() {
        return PoolNames.TELVIRT_HOST_PROCESSOR;
    }

    /** Where a processor of this number is. */
    public CimInstancePath path(int number) {
        return ScopedPath.of(
                HostMapper.path(facility.host().uuid()), className(), PoolNames.DEVICE_ID, PREFIX + number);
    }

    /** The number of the processor at this path; null: there is none. */
    public @Nullable Integer number(CimInstancePath path) {
        String id = path.text(PoolNames.DEVICE_ID);
        if (id != null && id.startsWith(PREFIX)) {
            CimInstancePath wanted = path.in(null).on(null);
            for (Integer number : facility.pools().processors().numbers()) {
                if (id.equals(PREFIX + number)) {
                    return path(number).equals(wanted) ? number : null;
                }
            }
        }
        return null;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(facility.pools().processors().numbers().stream()
                .map(this::instance)
                .toList());
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(
                facility.pools().processors().numbers().stream().map(this::path).toList());
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Integer number = number(path);
        return number == null ? null : instance(number);
    }

    private CimInstance instance(int number) {
        HostSystem host = facility.host();
        CimInstancePath path = path(number);
        return CimInstance.of(className())
                .withKeys(path)
                .with(ElementNames.NAME, PREFIX + number)
                .with(ElementNames.ELEMENT_NAME, "Processor " + number)
                .with(ElementNames.CAPTION, "Processor of the host")
                .with(ElementNames.DESCRIPTION, host.processorModel())
                .with(PoolNames.ROLE, "Central Processor")
                .with(PoolNames.CPU_STATUS, CimValues.uint16(CPU_ENABLED))
                .with(ElementNames.ENABLED_STATE, CimValues.uint16(2))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(12))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(2))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(12))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(2))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .at(path);
    }
}
