package org.telvirt.providers.device;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.NetworkPort.Bandwidth;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.providers.settings.SettingsReader;

/**
 * What passes a network port. Limits are in AllocationUnits, which is written as bits per second; PortVID 0 is no tag.
 * SourceMACFilteringEnabled is what the standard knows of PacketFilter: whether senders under foreign addresses are
 * stopped.
 */
final class TrafficMapper {
    private static final String BITS_PER_SECOND = "bit / second";
    private static final String PER_SECOND = "/\\s*second";
    private static final int MOST_VLAN = 4094;
    private static final CimValue ACCESS = CimValues.uint16(2);

    private TrafficMapper() {}

    static void describe(CimInstance.Builder settings, Traffic traffic) {
        Integer vlan = traffic.vlan();
        settings.with(ResourceNames.ALLOCATION_UNITS, BITS_PER_SECOND)
                .with(ResourceNames.PORT_VID, CimValues.uint16(vlan == null ? 0 : vlan))
                .with(ResourceNames.DESIRED_VLAN_ENDPOINT_MODE, vlan == null ? null : ACCESS)
                .with(ResourceNames.PACKET_FILTER, traffic.filter())
                .with(ResourceNames.SOURCE_MAC_FILTERING_ENABLED, CimValues.bool(isHonest(traffic.filter())))
                .with(ResourceNames.ISOLATED, CimValues.bool(traffic.isolated()));
        Bandwidth in = traffic.inbound();
        Bandwidth out = traffic.outbound();
        settings.with(ResourceNames.RECEIVE_BANDWIDTH_LIMIT, bits(in == null ? null : in.average()))
                .with(ResourceNames.RECEIVE_BANDWIDTH_RESERVATION, bits(traffic.reservedInbound()))
                .with(ResourceNames.RECEIVE_BANDWIDTH_PEAK, bits(in == null ? null : in.peak()))
                .with(ResourceNames.RECEIVE_BURST_SIZE, bytes(in == null ? null : in.burst()))
                .with(ResourceNames.TRANSMIT_BANDWIDTH_LIMIT, bits(out == null ? null : out.average()))
                .with(ResourceNames.TRANSMIT_BANDWIDTH_PEAK, bits(out == null ? null : out.peak()))
                .with(ResourceNames.TRANSMIT_BURST_SIZE, bytes(out == null ? null : out.burst()));
    }

    private static boolean isHonest(@Nullable String filter) {
        return Traffic.NO_MAC_SPOOFING.equals(filter) || Traffic.CLEAN_TRAFFIC.equals(filter);
    }

    private static CimValue bits(@Nullable DataRate rate) {
        return CimValues.uint64(rate == null ? 0 : Math.multiplyExact(rate.bytesPerSecond(), (long) Byte.SIZE));
    }

    private static CimValue bytes(@Nullable ByteSize size) {
        return CimValues.uint64(size == null ? 0 : size.bytes());
    }

    static Traffic apply(Traffic present, SettingsReader settings) throws CimException {
        String unit = settings.text(ResourceNames.ALLOCATION_UNITS);
        Integer vlan = vlan(present.vlan(), settings);
        if (vlan != null) {
            settings.accept(ResourceNames.DESIRED_VLAN_ENDPOINT_MODE, ACCESS);
        }
        Bandwidth inbound = bandwidth(
                present.inbound(),
                unit,
                settings,
                ResourceNames.RECEIVE_BANDWIDTH_LIMIT,
                ResourceNames.RECEIVE_BANDWIDTH_PEAK,
                ResourceNames.RECEIVE_BURST_SIZE);
        Bandwidth outbound = bandwidth(
                present.outbound(),
                unit,
                settings,
                ResourceNames.TRANSMIT_BANDWIDTH_LIMIT,
                ResourceNames.TRANSMIT_BANDWIDTH_PEAK,
                ResourceNames.TRANSMIT_BURST_SIZE);
        boolean isolated = settings.flag(ResourceNames.ISOLATED, present.isolated());
        DataRate reserved =
                rate(present.reservedInbound(), unit, settings, ResourceNames.RECEIVE_BANDWIDTH_RESERVATION);
        return new Traffic(inbound, outbound, vlan, filter(present.filter(), settings), isolated, reserved);
    }

    private static @Nullable Integer vlan(@Nullable Integer present, SettingsReader settings) throws CimException {
        int vlan = settings.countOr(ResourceNames.PORT_VID, present == null ? 0 : present, MOST_VLAN);
        return vlan == 0 ? null : (Integer) vlan;
    }

    private static @Nullable Bandwidth bandwidth(
            @Nullable Bandwidth present,
            @Nullable String unit,
            SettingsReader settings,
            CimName limit,
            CimName peak,
            CimName burst)
            throws CimException {
        DataRate average = rate(present == null ? null : present.average(), unit, settings, limit);
        DataRate most = rate(present == null ? null : present.peak(), unit, settings, peak);
        ByteSize size = present == null ? null : present.burst();
        Long bytes = settings.amountOr(burst, size == null ? null : (Long) size.bytes(), Long.MAX_VALUE);
        if (average != null) {
            return new Bandwidth(average, most, bytes == null ? null : new ByteSize(bytes));
        } else if (present == null && (most != null || bytes != null)) {
            throw settings.refuse(peak + " and " + burst + " need " + limit);
        }
        return null;
    }

    private static @Nullable DataRate rate(
            @Nullable DataRate present, @Nullable String unit, SettingsReader settings, CimName name)
            throws CimException {
        BigInteger amount = settings.number(name);
        if (amount == null) {
            return present;
        } else if (amount.signum() == 0) {
            return null;
        } else if (unit == null) {
            throw settings.refuse(
                    name + " " + amount + " has no unit; give AllocationUnits, such as bit / second * 10^6");
        }
        ProgrammaticUnit parsed = ProgrammaticUnit.parse(unit.replaceFirst(PER_SECOND, ""));
        boolean perSecond = unit.matches(".*" + PER_SECOND + ".*");
        boolean inBits = parsed != null && parsed.base().equals(ProgrammaticUnit.BIT);
        if (parsed == null || !perSecond || !(inBits || parsed.base().equals(ProgrammaticUnit.BYTE))) {
            throw settings.refuse(
                    "AllocationUnits '" + unit + "' is no unit of traffic; give one such as bit / second * 10^6");
        }
        Long base = parsed.toBase(amount);
        if (base == null || (inBits && base % Byte.SIZE != 0)) {
            throw settings.refuse(name + " " + amount + " x " + unit + " is no whole number of bytes in a second");
        }
        return new DataRate(inBits ? base / Byte.SIZE : base);
    }

    /** Both properties show the filter, and a client that read them may have changed just one of them. */
    private static @Nullable String filter(@Nullable String present, SettingsReader settings) throws CimException {
        String exact = settings.textOr(ResourceNames.PACKET_FILTER, present);
        boolean before = isHonest(present);
        boolean honest = settings.flag(ResourceNames.SOURCE_MAC_FILTERING_ENABLED, before);
        if (honest == before || honest == isHonest(exact)) {
            return exact;
        } else if (exact == null ? present == null : exact.equals(present)) {
            return honest ? Traffic.NO_MAC_SPOOFING : null;
        }
        throw settings.refuse("SourceMACFilteringEnabled " + honest + " and PacketFilter '" + exact
                + "' contradict each other; give one");
    }
}
