/**
 * The elements of DSP0201 and DSP0203 that stand for paths, values, instances and classes, in both directions. It knows
 * neither messages nor HTTP.
 */
@NullMarked
package org.telvirt.cimxml.codec;

import org.jspecify.annotations.NullMarked;
