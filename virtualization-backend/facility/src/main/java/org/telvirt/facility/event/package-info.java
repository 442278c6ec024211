/**
 * What happens in the facility, told to whoever listens: the source of indications.
 *
 * <p>This room must not know who listens, nor CIM.
 */
@NullMarked
package org.telvirt.facility.event;

import org.jspecify.annotations.NullMarked;
