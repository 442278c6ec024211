package org.telvirt.cimom.enumeration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;

/**
 * What clients may ask of pulled enumerations.
 *
 * @param defaultTimeout how long a context is kept between two pulls if the client does not say; 30 seconds
 * @param longestTimeout the longest a client may ask for; 10 minutes
 * @param endless whether a client may ask for a context that never times out; false
 * @param openEnumerations how many contexts there may be at a time; 500
 * @param openEnumerationsOfUser how many of them one user may have; 200
 * @param objectsPerAnswer the most objects in one answer, whatever the client asks for; 10000
 */
public record EnumerationLimits(
        Duration defaultTimeout,
        Duration longestTimeout,
        boolean endless,
        int openEnumerations,
        int openEnumerationsOfUser,
        int objectsPerAnswer) {
    /** What a server uses that is not told otherwise. */
    public static final EnumerationLimits DEFAULT =
            new EnumerationLimits(Duration.ofSeconds(30), Duration.ofMinutes(10), false, 500, 200, 10_000);

    /** One user may have them all. */
    public EnumerationLimits(
            Duration defaultTimeout,
            Duration longestTimeout,
            boolean endless,
            int openEnumerations,
            int objectsPerAnswer) {
        this(defaultTimeout, longestTimeout, endless, openEnumerations, openEnumerations, objectsPerAnswer);
    }

    /**
     * How long a context is kept; empty time means for ever.
     *
     * @param asked null: the client does not say
     * @throws CimException INVALID_OPERATION_TIMEOUT: longer than allowed
     */
    public Duration timeout(@Nullable Duration asked) throws CimException {
        if (asked == null) {
            return defaultTimeout;
        }
        if (asked.isZero() && !endless) {
            throw new CimException(
                    CimStatus.INVALID_OPERATION_TIMEOUT,
                    "Enumerations without a timeout are not offered; ask for 1 to " + longestTimeout.toSeconds()
                            + " seconds");
        }
        if (asked.isNegative() || asked.compareTo(longestTimeout) > 0) {
            throw new CimException(
                    CimStatus.INVALID_OPERATION_TIMEOUT,
                    "An operation timeout of " + asked.toSeconds() + " seconds is not offered; ask for 1 to "
                            + longestTimeout.toSeconds() + " seconds");
        }
        return asked;
    }
}
