package org.telvirt.providers.pool;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.facility.pool.Share;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.device.ProgrammaticUnit;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.settings.SettingsReader;

/**
 * Reads what a child pool is to have of its parents: Settings and ParentPool go together by their place. The amount is
 * Reservation in AllocationUnits, or without it VirtualQuantity in VirtualQuantityUnits. Without ParentPool, PoolID says
 * which pool it is; without that it is the host's own of that ResourceType.
 */
record ShareReader(ResourcePools pools) {
    List<Share> read(Arguments arguments) throws CimException, PoolRefusal {
        List<CimInstance> settings = arguments.embeddeds(PoolNames.SETTINGS);
        List<CimInstancePath> parents = arguments.references(PoolNames.PARENT_POOL);
        if (settings.isEmpty()) {
            throw invalid(PoolNames.SETTINGS + " is empty; give the amount to take from each parent");
        } else if (!parents.isEmpty() && parents.size() != settings.size()) {
            throw invalid(PoolNames.SETTINGS + " has " + settings.size() + " entries and " + PoolNames.PARENT_POOL + " "
                    + parents.size() + "; give one for each");
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            SettingsReader reader = new SettingsReader(settings.get(i), PoolNames.SETTINGS + "[" + i + "]");
            PoolId parent = parents.isEmpty() ? chosen(reader) : parent(parents.get(i), i);
            shares.add(share(reader, parent));
        }
        for (Share share : shares) {
            if (share.from().kind() != shares.get(0).from().kind()) {
                throw new PoolRefusal(
                        PoolReturn.INCORRECT_RESOURCE_TYPE,
                        shares.get(0).from() + " and " + share.from() + " are of two types; give parents of one");
            }
        }
        return shares;
    }

    private static PoolRefusal invalid(String message) {
        return new PoolRefusal(PoolReturn.INVALID_PARAMETER, message);
    }

    private PoolId parent(CimInstancePath path, int index) throws PoolRefusal {
        PoolId id = PoolPath.id(path);
        if (id == null || pools.find(id) == null) {
            throw invalid(PoolNames.PARENT_POOL + "[" + index + "]: there is no resource pool " + path);
        }
        return id;
    }

    private PoolId chosen(SettingsReader reader) throws CimException, PoolRefusal {
        String text = reader.text(PoolNames.POOL_ID);
        if (text == null) {
            BigInteger type = reader.number(ResourceNames.RESOURCE_TYPE);
            for (PoolKind kind : PoolKind.values()) {
                if (type != null && type.intValue() == PoolPath.resourceType(kind)) {
                    return PoolId.host(kind);
                }
            }
            throw reader.refuse("neither ParentPool nor PoolID nor ResourceType says from where; give ParentPool");
        }
        PoolId id = PoolPath.named(text);
        if (id == null || pools.find(id) == null) {
            throw reader.refuse("there is no resource pool '" + text + "'");
        }
        return id;
    }

    private static Share share(SettingsReader reader, PoolId parent) throws CimException, PoolRefusal {
        PoolKind kind = parent.kind();
        BigInteger type = reader.number(ResourceNames.RESOURCE_TYPE);
        if ((type != null && type.intValue() != PoolPath.resourceType(kind)) || !kind.isReservable()) {
            throw new PoolRefusal(
                    PoolReturn.INCORRECT_RESOURCE_TYPE,
                    reader.refuse("ResourceType " + type + " cannot be taken from " + parent
                                    + "; processors (3), memory (4) and storage (31) can, from pools of theirs")
                            .getMessage());
        }
        reader.accept(PoolNames.POOL_ID, CimValues.text(parent.toString()));
        reader.accept(PoolNames.POOL_ID, CimValues.text(PoolPath.instanceId(parent)));
        Long amount = amount(reader, kind);
        reader.finish();
        if (amount == null || amount == 0) {
            throw new PoolRefusal(
                    PoolReturn.SIZE_NOT_SUPPORTED,
                    reader.refuse("an amount of at least one " + PoolMapper.allocationUnits(kind)
                                    + " is needed; give Reservation in AllocationUnits")
                            .getMessage());
        }
        return new Share(parent, amount);
    }

    private static @Nullable Long amount(SettingsReader reader, PoolKind kind) throws CimException, PoolRefusal {
        String units = reader.text(ResourceNames.ALLOCATION_UNITS);
        String virtualUnits = reader.text(ResourceNames.VIRTUAL_QUANTITY_UNITS);
        BigInteger reservation = reader.number(ResourceNames.RESERVATION);
        BigInteger quantity = reader.number(ResourceNames.VIRTUAL_QUANTITY);
        if (reservation == null) {
            boolean said = virtualUnits != null && !virtualUnits.startsWith(ProgrammaticUnit.COUNT);
            return quantity == null
                    ? null
                    : inUnitOf(kind, quantity, said ? virtualUnits : units, reader, ResourceNames.VIRTUAL_QUANTITY);
        }
        return inUnitOf(kind, reservation, units, reader, ResourceNames.RESERVATION);
    }

    private static Long inUnitOf(
            PoolKind kind, BigInteger amount, @Nullable String text, SettingsReader reader, CimName property)
            throws CimException, PoolRefusal {
        boolean processors = kind == PoolKind.PROCESSOR;
        if (text == null && !processors) {
            throw reader.refuse(property + " " + amount + " has no unit; give AllocationUnits, such as byte*2^20");
        }
        ProgrammaticUnit unit = ProgrammaticUnit.parse(text == null ? ProgrammaticUnit.COUNT : text);
        boolean whole = processors && unit != null && unit.base().equals(ProgrammaticUnit.COUNT);
        if (unit == null || !(whole || unit.base().equals(PoolMapper.allocationUnits(kind)))) {
            throw reader.refuse("'" + text + "' is no unit of " + kind.word() + "; give "
                    + PoolMapper.allocationUnits(kind) + (processors ? " or count" : " or one such as byte*2^20"));
        }
        BigInteger each = whole ? BigInteger.valueOf(PoolKind.WHOLE_PROCESSOR) : BigInteger.ONE;
        Long inBase = unit.toBase(amount.multiply(each));
        if (inBase == null) {
            throw new PoolRefusal(
                    PoolReturn.SIZE_NOT_SUPPORTED,
                    reader.refuse(property + " " + amount + " x " + text + " is no whole number of "
                                    + PoolMapper.allocationUnits(kind))
                            .getMessage());
        }
        return inBase;
    }
}
