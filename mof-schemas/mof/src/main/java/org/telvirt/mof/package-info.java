/**
 * MOF, the language CIM classes are written in (DSP0004 Annex A): compiles text into a class repository and writes it
 * back. The doors of this room are {@link org.telvirt.mof.MofCompiler}, {@link org.telvirt.mof.MofObjectReader} and
 * {@link org.telvirt.mof.MofWriter}; it must not know a network, a thread or a provider.
 */
@NullMarked
package org.telvirt.mof;

import org.jspecify.annotations.NullMarked;
