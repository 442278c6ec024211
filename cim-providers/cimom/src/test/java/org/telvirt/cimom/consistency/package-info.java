/**
 * Finds contradictions in what a CIM service answers, whatever it manages and however it is reached. It must know nothing
 * but operations.
 */
@NullMarked
package org.telvirt.cimom.consistency;

import org.jspecify.annotations.NullMarked;
