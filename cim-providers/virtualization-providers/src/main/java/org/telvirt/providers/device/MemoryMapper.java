package org.telvirt.providers.device;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.providers.quality.MemoryQuality;
import org.telvirt.providers.settings.SettingsReader;

/**
 * The memory of a definition and its settings (DSP1045): VirtualQuantity is what the guest has, Limit what it can be
 * given while it runs; without a Limit that is the same.
 */
public final class MemoryMapper implements AmountMapper {
    /** From the coarsest; each is {@code byte} times a power of two. */
    private static final int[] POWERS = {20, 10, 0};

    @Override
    public Object amount(DomainDefinition definition) {
        return definition.memory();
    }

    @Override
    public void describe(CimInstance.Builder settings, DomainDefinition definition) {
        Memory memory = definition.memory();
        ByteSize reservation = memory.reservation();
        long reserved = reservation == null ? 0 : reservation.bytes();
        long all = memory.size().bytes() | memory.maximum().bytes() | reserved;
        int power = coarsest(all);
        String unit = power == 0 ? ProgrammaticUnit.BYTE : ProgrammaticUnit.BYTE + "*2^" + power;
        boolean fixed = memory.size().equals(memory.maximum());
        settings.with(ResourceNames.ALLOCATION_UNITS, unit)
                .with(ResourceNames.VIRTUAL_QUANTITY_UNITS, unit)
                .with(
                        ResourceNames.VIRTUAL_QUANTITY,
                        CimValues.uint64(memory.size().bytes() >> power))
                .with(
                        ResourceNames.LIMIT,
                        fixed ? null : CimValues.uint64(memory.maximum().bytes() >> power))
                .with(ResourceNames.RESERVATION, reservation == null ? null : CimValues.uint64(reserved >> power));
        MemoryQuality.describe(settings, memory);
    }

    private static int coarsest(long bits) {
        for (int power : POWERS) {
            if (bits % (1L << power) == 0) {
                return power;
            }
        }
        return 0;
    }

    @Override
    public DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        String allocationUnits = settings.text(ResourceNames.ALLOCATION_UNITS);
        String limitUnit = allocationUnits == null ? quantityUnit(settings) : allocationUnits;
        ByteSize size = quantity(settings);
        ByteSize limit = size(settings, ResourceNames.LIMIT, limitUnit);
        Memory sized = merged(definition.memory(), size, limit, settings);
        return definition.withMemory(reserved(MemoryQuality.apply(sized, settings), limitUnit, settings));
    }

    /** VirtualQuantity in its unit; null: nothing is said. */
    static @Nullable ByteSize quantity(SettingsReader settings) throws CimException {
        return size(settings, ResourceNames.VIRTUAL_QUANTITY, quantityUnit(settings));
    }

    private static @Nullable String quantityUnit(SettingsReader settings) {
        String allocationUnits = settings.text(ResourceNames.ALLOCATION_UNITS);
        String quantityUnits = settings.text(ResourceNames.VIRTUAL_QUANTITY_UNITS);
        // "count" is the default of the class and no unit of memory
        return quantityUnits != null && !quantityUnits.equals(ProgrammaticUnit.COUNT) ? quantityUnits : allocationUnits;
    }

    /** The memory with what the settings promise of it; zero promises nothing. */
    private static Memory reserved(Memory memory, @Nullable String unit, SettingsReader settings) throws CimException {
        BigInteger amount = settings.number(ResourceNames.RESERVATION);
        if (amount == null) {
            return memory;
        }
        return memory.withReservation(amount.signum() == 0 ? null : size(settings, ResourceNames.RESERVATION, unit));
    }

    private static @Nullable ByteSize size(SettingsReader settings, CimName property, @Nullable String unit)
            throws CimException {
        BigInteger amount = settings.number(property);
        if (amount == null) {
            return null;
        } else if (unit == null) {
            throw settings.refuse(property + " " + amount + " has no unit; give AllocationUnits, such as byte*2^20");
        }
        ProgrammaticUnit parsed = ProgrammaticUnit.parse(unit);
        if (parsed == null || !parsed.base().equals(ProgrammaticUnit.BYTE)) {
            throw settings.refuse("'" + unit + "' is no unit of memory; give one such as byte*2^20");
        }
        Long bytes = parsed.toBase(amount);
        if (bytes == null || bytes == 0) {
            throw settings.refuse(property + " " + amount + " x " + unit + " is no size of memory");
        }
        return new ByteSize(bytes);
    }

    private static Memory merged(
            Memory memory, @Nullable ByteSize size, @Nullable ByteSize limit, SettingsReader settings)
            throws CimException {
        ByteSize now = size == null ? memory.size() : size;
        if (limit == null) {
            boolean fixed = memory.size().equals(memory.maximum());
            return memory.withSizes(now, fixed || memory.maximum().compareTo(now) < 0 ? now : memory.maximum());
        } else if (limit.compareTo(now) < 0) {
            throw settings.refuse("VirtualQuantity of " + now + " is more than the Limit of " + limit
                    + "; raise Limit or lower VirtualQuantity");
        }
        return memory.withSizes(now, limit);
    }
}
