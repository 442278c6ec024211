package org.telvirt.providers.allocation;

import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.Processors.Scheduling;
import org.telvirt.providers.settings.SettingsReader;

/**
 * How much of the host's processors settings promise and with which weight (DSP1044). Reservation is for all virtual
 * processors together. AllocationUnits is {@code count}, or {@code percent} of a processor where a reservation is no whole
 * number of them; it is the unit of Limit as well.
 */
public final class ProcessorShare {
    private static final CimName ALLOCATION_UNITS = CimName.of("AllocationUnits");
    private static final CimName RESERVATION = CimName.of("Reservation");
    private static final CimName WEIGHT = CimName.of("Weight");
    private static final String COUNT = "count";
    private static final String PERCENT = "percent";
    private static final int WHOLE = 100;
    private static final Duration PERIOD = Duration.ofMillis(100);

    private ProcessorShare() {}

    /** The unit in which the settings of these processors count. */
    public static String units(Processors processors) {
        return perProcessor(processors) == 1 ? COUNT : PERCENT;
    }

    /** How many of that unit a processor is. */
    public static long perProcessor(Processors processors) {
        return reserved(processors) % WHOLE == 0 ? 1 : WHOLE;
    }

    /** In percent of a processor, rounded up. */
    private static long reserved(Processors processors) {
        Quota each = processors.scheduling().reservation();
        return each == null ? 0 : (long) Math.ceil(each.share() * WHOLE * processors.count() - 1e-9);
    }

    /** Adds what the definition says of it. */
    public static void describe(CimInstance.Builder settings, Processors processors) {
        Scheduling scheduling = processors.scheduling();
        long perProcessor = perProcessor(processors);
        settings.with(
                        RESERVATION,
                        scheduling.reservation() == null
                                ? null
                                : CimValues.uint64(reserved(processors) * perProcessor / WHOLE))
                .with(WEIGHT, scheduling.shares() == null ? null : CimValues.uint32(scheduling.shares()));
    }

    /**
     * How many of the unit of the settings a processor is.
     *
     * @throws CimException INVALID_PARAMETER: it is no unit of processors
     */
    public static int perProcessor(SettingsReader settings) throws CimException {
        String units = settings.text(ALLOCATION_UNITS);
        if (units == null || units.equals(COUNT)) {
            return 1;
        } else if (units.equals(PERCENT)) {
            return WHOLE;
        }
        throw settings.refuse("AllocationUnits '" + units + "' cannot be had for processors; give count or percent");
    }

    /** The processors with what the settings say of it; zero takes it away. */
    public static Processors apply(Processors present, Processors numbered, SettingsReader settings)
            throws CimException {
        int perProcessor = perProcessor(settings);
        BigInteger weight = settings.number(WEIGHT);
        BigInteger reservation = settings.number(RESERVATION);
        Scheduling scheduling = numbered.scheduling();
        if (weight != null) {
            scheduling = scheduling.withShares(weight.signum() == 0 ? null : (Integer) shares(weight, settings));
        }
        if (reservation != null && !isAsRead(reservation, present, numbered, perProcessor)) {
            scheduling = scheduling.withReservation(quota(reservation, perProcessor, numbered.count(), settings));
        }
        return numbered.withScheduling(scheduling);
    }

    /** What reads the same as it is stays exactly what it is, though it may have been rounded to be read. */
    private static boolean isAsRead(BigInteger reservation, Processors present, Processors numbered, int perProcessor) {
        return present.count() == numbered.count()
                && reservation
                        .multiply(BigInteger.valueOf(WHOLE / perProcessor))
                        .equals(BigInteger.valueOf(reserved(present)))
                && present.scheduling().reservation() != null;
    }

    private static int shares(BigInteger weight, SettingsReader settings) throws CimException {
        if (weight.bitLength() >= Integer.SIZE) {
            throw settings.refuse("Weight " + weight + " is more than can be had");
        }
        return weight.intValueExact();
    }

    private static @Nullable Quota quota(BigInteger amount, int perProcessor, int count, SettingsReader settings)
            throws CimException {
        BigInteger most = BigInteger.valueOf((long) count * perProcessor);
        if (amount.compareTo(most) > 0) {
            throw settings.refuse("Reservation " + amount + " is more than " + count
                    + " virtual processors can use; give at most " + most);
        } else if (amount.signum() == 0) {
            return null;
        }
        long nanos = PERIOD.toNanos() * amount.longValueExact() / (long) perProcessor / count;
        return new Quota(Duration.ofNanos(nanos), PERIOD);
    }
}
