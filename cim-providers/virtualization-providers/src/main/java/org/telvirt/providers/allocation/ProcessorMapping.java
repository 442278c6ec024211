package org.telvirt.providers.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.providers.settings.SettingsReader;

/**
 * On which processors of the host virtual ones run, as HostResource and MappingBehavior say it (DSP1041 8.3): each entry is the
 * WBEM URI of a processor of the host, or the DeviceID of one. MappingBehavior is 5 (Hard Affinity), or 3 (Dedicated) if
 * nobody else may use them.
 */
public final class ProcessorMapping {
    private static final CimName HOST_RESOURCE = CimName.of("HostResource");
    private static final CimName MAPPING_BEHAVIOR = CimName.of("MappingBehavior");
    private static final Pattern PROCESSOR = Pattern.compile(
            "(?:(?:.*[:/])?Telvirt_HostProcessor\\.(?:.*,)?DeviceID=\")?processor/(\\d{1,5})(?:\"(?:,.*)?)?");
    private static final int UNKNOWN = 0;
    private static final int DEDICATED = 3;
    private static final int HARD_AFFINITY = 5;

    private ProcessorMapping() {}

    /**
     * Adds what the definition says of it; nothing if they run anywhere.
     *
     * @param path where a processor of the host of this number is
     */
    public static void describe(
            CimInstance.Builder settings, Processors processors, IntFunction<CimInstancePath> path) {
        NumberSet any = processors.placement().any();
        if (any != null) {
            settings.with(
                            HOST_RESOURCE,
                            CimValues.texts(any.numbers().stream()
                                    .map(number -> path.apply(number).toString())
                                    .toList()))
                    .with(
                            MAPPING_BEHAVIOR,
                            CimValues.uint16(processors.placement().exclusive() ? DEDICATED : HARD_AFFINITY));
        }
    }

    /**
     * The processors with what the settings say of it; an empty array lets them run anywhere.
     *
     * @param present what the client may have read
     * @param next the same with everything else that the settings say
     */
    public static Processors apply(Processors present, Processors next, SettingsReader settings) throws CimException {
        Placement before = present.placement();
        Placement placement = next.placement();
        NumberSet asked = numbers(settings);
        if (asked != null && !Objects.equals(asked.isEmpty() ? null : asked, before.any())) {
            placement = placement.withAny(asked.isEmpty() ? null : asked);
        }
        BigInteger behavior = settings.number(MAPPING_BEHAVIOR);
        if (behavior != null && behavior.intValue() != UNKNOWN) {
            boolean dedicated = dedicated(behavior.intValue(), settings);
            if (placement.any() == null) {
                throw settings.refuse("MappingBehavior " + behavior + " needs HostResource, with the processors of the"
                        + " host that it is about");
            } else if (before.any() == null || dedicated != before.exclusive()) {
                placement = placement.withExclusive(dedicated);
            }
        }
        return next.withPlacement(placement);
    }

    private static boolean dedicated(int behavior, SettingsReader settings) throws CimException {
        if (behavior != DEDICATED && behavior != HARD_AFFINITY) {
            throw settings.refuse("MappingBehavior " + behavior
                    + " cannot be had for processors; give 3 (Dedicated) or 5 (Hard Affinity)");
        }
        return behavior == DEDICATED;
    }

    /** Null: nothing is said. */
    private static @Nullable NumberSet numbers(SettingsReader settings) throws CimException {
        if (!(settings.value(HOST_RESOURCE) instanceof CimValue.Array array)) {
            return null;
        }
        List<Integer> numbers = new ArrayList<>();
        for (@Nullable CimValue element : array.elements()) {
            if (element instanceof CimValue.Text text && !text.value().isBlank()) {
                numbers.add(number(text.value(), settings));
            }
        }
        // an empty array takes the processors away, one of empty texts says nothing
        return numbers.isEmpty() && !array.elements().isEmpty() ? null : new NumberSet(numbers);
    }

    private static int number(String text, SettingsReader settings) throws CimException {
        Matcher matcher = PROCESSOR.matcher(text.strip());
        if (!matcher.matches()) {
            throw settings.refuse("HostResource '" + text + "' is no processor of the host; give the path of a"
                    + " Telvirt_HostProcessor");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
