/**
 * The classes of each namespace with all that they inherit (DSP0004 §5.1.2, §5.6), ready to be asked. This room must
 * not know MOF text: classes reach it as values, from whatever notation.
 */
@NullMarked
package org.telvirt.mof.repository;

import org.jspecify.annotations.NullMarked;
