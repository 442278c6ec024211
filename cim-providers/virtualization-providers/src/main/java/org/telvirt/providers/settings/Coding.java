package org.telvirt.providers.settings;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/**
 * Words as the numbers of a value map, in which 0 stands for no word.
 *
 * @param <E> the words
 * @param numbers of each word, more than 0
 */
public record Coding<E extends Enum<E>>(Map<E, Integer> numbers) {
    private static final CimValue NONE = CimValues.uint16(0);

    /** Copies the map. */
    public Coding {
        numbers = Map.copyOf(numbers);
    }

    /**
     * The number of a word.
     *
     * @param word null: none, or one that the map has no number for
     */
    public CimValue value(@Nullable E word) {
        Integer number = word == null ? null : numbers.get(word);
        return number == null ? NONE : CimValues.uint16(number);
    }

    /**
     * The word that the settings ask for.
     *
     * @param present which stays if nothing is said
     * @return null: none
     * @throws CimException INVALID_PARAMETER: there is no word of this number
     */
    public @Nullable E read(SettingsReader settings, CimName name, @Nullable E present) throws CimException {
        BigInteger number = settings.number(name);
        if (number == null) {
            return present;
        } else if (number.signum() == 0) {
            // a word that has no number reads as 0, and may be sent back so
            return present == null || numbers.containsKey(present) ? null : present;
        }
        for (Map.Entry<E, Integer> entry : numbers.entrySet()) {
            if (number.equals(BigInteger.valueOf(entry.getValue()))) {
                return entry.getKey();
            }
        }
        throw settings.refuse(name + " " + number + " is not known; give " + known());
    }

    private String known() {
        Map<Integer, String> byNumber = new TreeMap<>();
        numbers.forEach((word, number) -> byNumber.put(number, word.name()));
        return byNumber.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
