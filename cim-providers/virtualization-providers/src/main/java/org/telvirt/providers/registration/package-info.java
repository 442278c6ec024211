/**
 * The profiles that are implemented, in the Interop namespace, and the elements that conform to them, found from both
 * sides (DSP1033). Only what is implemented is registered.
 */
@NullMarked
package org.telvirt.providers.registration;

import org.jspecify.annotations.NullMarked;
