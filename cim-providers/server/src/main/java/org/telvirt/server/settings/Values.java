package org.telvirt.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Turns what was written into values; a complaint names where it was written. */
final class Values {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([KMG]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Set<String> CERTIFICATE_RULES = Set.of("CN", "UID", "EMAIL", "DN");
    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");

    private final Map<Setting, Written> written;

    Values(Map<Setting, Written> written) {
        this.written = written;
    }

    String text(Setting setting) {
        return of(setting).text();
    }

    /** The port; empty: switched off. */
    OptionalInt port(Setting setting) throws StartException {
        String text = text(setting);
        return text.equals("none") || text.equals("-1")
                ? OptionalInt.empty()
                : OptionalInt.of(number(setting, 0, 65_535, "a port from 0 to 65535, or none"));
    }

    int number(Setting setting, int least) throws StartException {
        return number(setting, least, Integer.MAX_VALUE, "a number from " + least);
    }

    private int number(Setting setting, int least, int most, String wanted) throws StartException {
        try {
            int number = Integer.parseInt(text(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, wanted, e);
        }
        throw wrong(setting, wanted, null);
    }

    /** A size in bytes. */
    long size(Setting setting) throws StartException {
        Matcher matcher = SIZE.matcher(text(setting).toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw wrong(setting, "a size such as 65536, 64K or 16M", null);
        }
        int shift = switch (matcher.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }

    Duration time(Setting setting) throws StartException {
        Matcher matcher = TIME.matcher(text(setting));
        if (!matcher.matches()) {
            throw wrong(setting, "a time such as 500ms, 20s, 5m or 1h", null);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    URI uri(Setting setting) throws StartException {
        try {
            URI uri = new URI(text(setting));
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(setting, "a URI such as simulated:///default or qemu:///system", e);
        }
        throw wrong(setting, "a URI such as simulated:///default or qemu:///system", null);
    }

    /** A path; empty: not set. */
    Optional<Path> path(Setting setting) throws StartException {
        String text = text(setting);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            throw wrong(setting, "a path", e);
        }
    }

    String level(Setting setting) throws StartException {
        String level = text(setting).toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw wrong(setting, "error, warn, info, debug or trace", null);
        }
        return level;
    }

    /** One of an enumeration's constants, which are written in lower case. */
    <E extends Enum<E>> E choice(Setting setting, Class<E> kind) throws StartException {
        List<String> names = new ArrayList<>();
        for (E constant : kind.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text(setting).toLowerCase(Locale.ROOT))) {
                return constant;
            }
            names.add(name);
        }
        int last = names.size() - 1;
        throw wrong(setting, String.join(", ", names.subList(0, last)) + " or " + names.get(last), null);
    }

    boolean yes(Setting setting) throws StartException {
        return switch (text(setting).toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw wrong(setting, "yes or no", null);
        };
    }

    /** How a certificate names its user. */
    String certificateRule(Setting setting) throws StartException {
        String text = text(setting);
        if (CERTIFICATE_RULES.contains(text.toUpperCase(Locale.ROOT))) {
            return text.toUpperCase(Locale.ROOT);
        }
        try {
            if (Pattern.compile(text).matcher("").groupCount() == 1) {
                return text;
            }
        } catch (PatternSyntaxException e) {
            throw wrong(setting, "CN, UID, EMAIL, DN or a pattern with one group", e);
        }
        throw wrong(setting, "CN, UID, EMAIL, DN or a pattern with one group", null);
    }

    /** Where a value was written, or that it is the default. */
    String origin(Setting setting) {
        return of(setting).origin();
    }

    private Written of(Setting setting) {
        return written.getOrDefault(setting, new Written(setting.fallback(), "default of " + setting.key()));
    }

    private StartException wrong(Setting setting, String wanted, @Nullable Exception cause) {
        Written value = of(setting);
        return new StartException(
                ExitCode.SETTINGS, value.origin() + ": '" + value.text() + "' is not " + wanted, cause);
    }
}
