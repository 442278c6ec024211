package org.telvirt.facility.transition;

import java.time.Duration;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;

/**
 * Something that a caller wishes to have done to a virtual system.
 *
 * @param name in words that follow "Cannot", such as {@code shut down 'hlr-2'}
 * @param transition what the system's state is going through
 * @param requested whether that is what the caller asked for
 * @param timeout after which it has failed
 * @param expired what to tell then
 * @param overtakes whether it may take the place of work that waits for the guest, or that the engine holds up
 */
record Wish(
        SystemId id,
        String name,
        Transition transition,
        boolean requested,
        Duration timeout,
        String expired,
        boolean overtakes) {}
