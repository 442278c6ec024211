/**
 * The classes of each namespace with what the object manager works out about them once: slots, keys, lineage, families.
 * It must not know providers or operations. DSP0004 §5.1.2.
 */
@NullMarked
package org.telvirt.cimom.schema;

import org.jspecify.annotations.NullMarked;
