/**
 * Jobs as CIM_ConcreteJob (DSP1103): progress, errors, cancelling; and how method calls are answered.
 *
 * <p>A method that refuses answers with the return value of its class and names in its Job parameter a job that is over
 * and whose errors say what, why and what to do: return values are numbers, and CIM has no other place for the words.
 */
@NullMarked
package org.telvirt.providers.job;

import org.jspecify.annotations.NullMarked;
