/**
 * The checks that every value passes once: what callers give is typed by its declaration or refused, what providers give
 * is completed from its class or reported as a defect. It must not know providers. DSP0004 §5.2, DSP0200 §5.3, §5.4.
 */
@NullMarked
package org.telvirt.cimom.check;

import org.jspecify.annotations.NullMarked;
