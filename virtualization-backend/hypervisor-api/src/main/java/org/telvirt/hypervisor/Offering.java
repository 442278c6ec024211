package org.telvirt.hypervisor;

import java.util.Map;

/**
 * A part of an engine that may lack some of what the port describes.
 *
 * @param <F> what can be lacking
 */
public interface Offering<F extends Enum<F>> {
    /**
     * What the engine lacks here, each with the reason; fixed while it is open. Calls that need it answer
     * {@link HypervisorException.Reason#UNSUPPORTED} with the same reason.
     */
    Map<F, String> missing();

    /** Whether the engine has it. */
    default boolean offers(F feature) {
        return !missing().containsKey(feature);
    }

    /**
     * Does nothing if the engine has it.
     *
     * @param attempt what fails otherwise, such as {@code Cannot take a snapshot of 'web'}
     * @throws HypervisorException UNSUPPORTED: it lacks it; with the reason
     */
    default void require(F feature, String attempt) throws HypervisorException {
        String reason = missing().get(feature);
        if (reason != null) {
            throw new HypervisorException(HypervisorException.Reason.UNSUPPORTED, attempt + ": " + reason);
        }
    }
}
