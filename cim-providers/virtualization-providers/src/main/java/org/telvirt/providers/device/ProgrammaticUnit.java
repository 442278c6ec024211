package org.telvirt.providers.device;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit as DSP0004 Annex C writes it, such as {@code byte * 2^20}: a base unit times a number. The words of the older
 * Units qualifier, such as {@code MegaBytes}, are understood as well; they count by powers of two.
 *
 * @param base the base unit, such as {@code byte} or {@code count}
 * @param numerator what one of it is times the base unit, over the denominator
 */
public record ProgrammaticUnit(String base, BigInteger numerator, BigInteger denominator) {
    public static final String BYTE = "byte";
    static final String BIT = "bit";
    public static final String COUNT = "count";

    private static final int MAX_EXPONENT = 64;
    private static final int MAX_LENGTH = 100;
    private static final Map<String, String> PLURALS = Map.of("bytes", BYTE, "bits", BIT);
    private static final Map<String, Integer> LEGACY =
            Map.of("bytes", 0, "kilobytes", 10, "megabytes", 20, "gigabytes", 30, "terabytes", 40);
    private static final Pattern FACTOR =
            Pattern.compile("\\s*([*/])\\s*(\\d{1,19})\\s*(?:\\^\\s*([+-]?\\d{1,3})\\s*)?");
    private static final Pattern UNIT = Pattern.compile("\\s*([a-z]+)\\s*((?:" + FACTOR.pattern() + ")*)\\s*");

    /** The unit that the text writes; null: it writes none. */
    public static @Nullable ProgrammaticUnit parse(String text) {
        Integer power = LEGACY.get(text.strip().toLowerCase(Locale.ROOT));
        if (power != null) {
            return new ProgrammaticUnit(BYTE, BigInteger.ONE.shiftLeft(power), BigInteger.ONE);
        }
        Matcher unit = UNIT.matcher(text);
        if (text.length() > MAX_LENGTH || !unit.matches()) {
            return null;
        }
        // the standard's own examples have the plural
        String base = PLURALS.getOrDefault(unit.group(1), unit.group(1));
        return scaled(new ProgrammaticUnit(base, BigInteger.ONE, BigInteger.ONE), unit.group(2));
    }

    private static @Nullable ProgrammaticUnit scaled(ProgrammaticUnit bare, String factors) {
        ProgrammaticUnit unit = bare;
        Matcher factor = FACTOR.matcher(factors);
        while (factor.find()) {
            int exponent = factor.group(3) == null ? 1 : Integer.parseInt(factor.group(3));
            BigInteger number = new BigInteger(factor.group(2));
            if (Math.abs(exponent) > MAX_EXPONENT || number.signum() == 0) {
                return null;
            }
            BigInteger power = number.pow(Math.abs(exponent));
            unit = factor.group(1).equals("*") == exponent >= 0 ? unit.times(power) : unit.over(power);
        }
        return unit;
    }

    private ProgrammaticUnit times(BigInteger factor) {
        return new ProgrammaticUnit(base, numerator.multiply(factor), denominator);
    }

    private ProgrammaticUnit over(BigInteger factor) {
        return new ProgrammaticUnit(base, numerator, denominator.multiply(factor));
    }

    /** So many of this unit, in the base unit; null: that is no whole number from 0 to 2^63-1. */
    public @Nullable Long toBase(BigInteger amount) {
        BigInteger[] quotient = amount.multiply(numerator).divideAndRemainder(denominator);
        boolean fits = quotient[1].signum() == 0 && quotient[0].signum() >= 0 && quotient[0].bitLength() < Long.SIZE;
        return fits ? (Long) quotient[0].longValueExact() : null;
    }
}
