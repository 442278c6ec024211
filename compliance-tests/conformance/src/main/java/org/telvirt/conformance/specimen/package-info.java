/**
 * Virtual systems that the checks define for themselves by DSP1042, bring into the states of DSP1057, and destroy again. They
 * are small, and named so that nobody takes them for others.
 */
@NullMarked
package org.telvirt.conformance.specimen;

import org.jspecify.annotations.NullMarked;
