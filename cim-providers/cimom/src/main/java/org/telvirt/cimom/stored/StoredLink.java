package org.telvirt.cimom.stored;

import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Slot;

/**
 * An association that is kept, as seen from one of its ends.
 *
 * @param association its class
 * @param near the reference to that end
 */
public record StoredLink(StoredInstance instance, ClassLayout association, Slot near) {}
