package org.telvirt.providers.migration;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telvirt.cim.CimException;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.providers.device.ProgrammaticUnit;
import org.telvirt.providers.settings.SettingsReader;

/** A bandwidth and its unit, such as 100 of {@code bit / second * 10^6}. */
final class Bandwidth {
    /** In which we say it. */
    static final String UNIT = "byte / second * 2^20";

    private static final Pattern PER_SECOND = Pattern.compile("\\s*([a-z]+)\\s*/\\s*second\\s*(.*)");
    private static final BigInteger BITS = BigInteger.valueOf(Byte.SIZE);

    private Bandwidth() {}

    /**
     * So many of a unit.
     *
     * @throws CimException INVALID_PARAMETER: it is no unit of data in a time
     */
    static DataRate of(SettingsReader settings, BigInteger amount, String unit) throws CimException {
        Matcher perSecond = PER_SECOND.matcher(unit);
        ProgrammaticUnit data =
                perSecond.matches() ? ProgrammaticUnit.parse(perSecond.group(1) + " " + perSecond.group(2)) : null;
        boolean isBits = data != null && data.base().equals("bit");
        if (data == null || !(isBits || data.base().equals(ProgrammaticUnit.BYTE))) {
            throw settings.refuse(MigrationNames.BANDWIDTH_UNIT + " '" + unit
                    + "' is no unit of data in a second; give one such as '" + UNIT + "' or 'bit / second * 10^6'");
        }
        BigInteger bytes = amount.multiply(data.numerator()).divide(data.denominator());
        bytes = isBits ? bytes.divide(BITS) : bytes;
        if (bytes.bitLength() >= Long.SIZE || bytes.signum() == 0) {
            throw settings.refuse(MigrationNames.BANDWIDTH + " " + amount + " of '" + unit + "' cannot be had here");
        }
        return new DataRate(bytes.longValueExact());
    }
}
