/**
 * Virtual systems and the changes of their state (DSP1057): every state, transition and return value.
 *
 * <p>Reads come from the facility's view; a virtual system is found by its key, never by walking.
 */
@NullMarked
package org.telvirt.providers.system;

import org.jspecify.annotations.NullMarked;
