package org.telvirt.providers.settings;

import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.providers.element.ElementNames;

/**
 * Reads settings that a client sent. What nobody reads is refused at the end, unless it only describes: a client is
 * told of everything that will not be as it wished. NULL, an empty string and an empty array say nothing.
 */
public final class SettingsReader {
    private static final Set<CimName> DESCRIPTIVE = Set.of(
            ElementNames.CAPTION,
            ElementNames.DESCRIPTION,
            ElementNames.ELEMENT_NAME,
            ElementNames.INSTANCE_ID,
            SettingsNames.CHANGEABLE_TYPE,
            SettingsNames.CONFIGURATION_NAME,
            SettingsNames.CREATION_TIME,
            SettingsNames.GENERATION);

    private static final long MOST_MICROS = Duration.ofDays(1).toMillis() * 1000;

    private final CimInstance input;
    private final String what;
    private final Set<CimName> read = new HashSet<>();

    /**
     * @param what the parameter that the settings came in, such as {@code ResourceSettings[1]}, for messages
     */
    public SettingsReader(CimInstance input, String what) {
        this.input = input;
        this.what = what;
    }

    /** The class of the settings. */
    public CimName className() {
        return input.className();
    }

    /** The value as it was sent; null: NULL or not sent. */
    public @Nullable CimValue value(CimName name) {
        read.add(name);
        return input.value(name);
    }

    /** A text; null: nothing is said. */
    public @Nullable String text(CimName name) {
        return value(name) instanceof CimValue.Text text && !text.value().isBlank() ? text.value() : null;
    }

    /** A whole number; null: nothing is said. */
    public @Nullable BigInteger number(CimName name) {
        return value(name) instanceof CimValue.Int number ? new BigInteger(number.toString()) : null;
    }

    /** Whether something is said, be it an empty text or array. */
    public boolean says(CimName name) {
        return value(name) != null;
    }

    /** A truth value; the present one: nothing is said. */
    public boolean flag(CimName name, boolean present) {
        return value(name) instanceof CimValue.Bool bool ? bool.value() : present;
    }

    /** A text that an empty one takes away; the present one: nothing is said. */
    public @Nullable String textOr(CimName name, @Nullable String present) {
        if (value(name) instanceof CimValue.Text text) {
            return text.value().isBlank() ? null : text.value();
        }
        return present;
    }

    /** The texts of an array, none of them NULL; the present ones: nothing is said. */
    public List<String> textsOr(CimName name, List<String> present) {
        if (!(value(name) instanceof CimValue.Array array)) {
            return present;
        }
        List<String> texts = new ArrayList<>();
        for (@Nullable CimValue element : array.elements()) {
            if (element instanceof CimValue.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    /**
     * An amount that zero takes away; the present one: nothing is said.
     *
     * @param most that it may be
     */
    public @Nullable Long amountOr(CimName name, @Nullable Long present, long most) throws CimException {
        BigInteger number = number(name);
        if (number == null) {
            return present;
        } else if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw refuse(name + " " + number + " is not from 0 to " + most);
        }
        return number.signum() == 0 ? null : (Long) number.longValueExact();
    }

    /** A count, of which zero is one like any other; the present one: nothing is said. */
    public int countOr(CimName name, int present, int most) throws CimException {
        Long count = amountOr(name, present == 0 ? null : (Long) (long) present, most);
        return count == null ? 0 : count.intValue();
    }

    /** A time in microseconds that zero takes away; the present one: nothing is said. */
    public @Nullable Duration microsOr(CimName name, @Nullable Duration present) throws CimException {
        if (number(name) == null) {
            return present;
        }
        Long micros = amountOr(name, null, MOST_MICROS);
        return micros == null ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    /** The one text of an array; null: nothing is said. */
    public @Nullable String onlyText(CimName name) throws CimException {
        List<String> texts = new ArrayList<>();
        if (value(name) instanceof CimValue.Array array) {
            for (@Nullable CimValue element : array.elements()) {
                if (element instanceof CimValue.Text text && !text.value().isBlank()) {
                    texts.add(text.value());
                }
            }
        }
        if (texts.size() > 1) {
            throw refuse(name + " has " + texts.size() + " entries; give one");
        }
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** Takes note of a property that may say only what is so anyway. */
    public void accept(CimName name, CimValue... same) {
        CimValue value = input.value(name);
        if (value != null && List.of(same).contains(value)) {
            read.add(name);
        }
    }

    /** The refusal of these settings for this reason. */
    public CimException refuse(String why) {
        return CimException.invalidParameter(what + ": " + why);
    }

    /**
     * Ends the reading.
     *
     * @throws CimException INVALID_PARAMETER: something was said that nobody read
     */
    public void finish() throws CimException {
        for (CimProperty property : input.properties()) {
            CimValue value = property.value();
            if (value != null && !isEmpty(value) && !read.contains(property.name()) && !isDescriptive(property)) {
                throw refuse(property.name() + " = " + show(value) + " cannot be had here; leave it out");
            }
        }
    }

    private static boolean isDescriptive(CimProperty property) {
        return DESCRIPTIVE.contains(property.name());
    }

    private static boolean isEmpty(CimValue value) {
        return (value instanceof CimValue.Text text && text.value().isBlank())
                || (value instanceof CimValue.Array array && array.elements().isEmpty());
    }

    private static String show(@Nullable CimValue value) {
        if (value instanceof CimValue.Text text) {
            return "'" + text.value() + "'";
        } else if (value instanceof CimValue.Int number) {
            return number.toString();
        } else if (value instanceof CimValue.Bool bool) {
            return String.valueOf(bool.value());
        } else if (value instanceof CimValue.DateTime time) {
            return time.value().toString();
        } else if (value instanceof CimValue.Array array) {
            return array.elements().stream().map(SettingsReader::show).toList().toString();
        }
        return "this value";
    }
}
