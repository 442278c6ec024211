/**
 * The messages of DSP0200 and DSP0203 and the operations they carry, in both directions. It knows which header fields a
 * message must agree with, but not where they come from.
 */
@NullMarked
package org.telvirt.cimxml.message;

import org.jspecify.annotations.NullMarked;
