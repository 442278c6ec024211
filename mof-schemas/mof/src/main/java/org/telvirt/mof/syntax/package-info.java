/**
 * The grammar of MOF (DSP0004 Annex A): characters become tokens, and tokens the metamodel as it is written. This room
 * must not know what a class inherits.
 */
@NullMarked
package org.telvirt.mof.syntax;

import org.jspecify.annotations.NullMarked;
