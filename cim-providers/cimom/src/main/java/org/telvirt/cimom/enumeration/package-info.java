/**
 * Enumerations that clients pull in parts: contexts, leases and limits (DSP0200 §5.4.2.24). It must not know what is
 * enumerated.
 */
@NullMarked
package org.telvirt.cimom.enumeration;

import org.jspecify.annotations.NullMarked;
