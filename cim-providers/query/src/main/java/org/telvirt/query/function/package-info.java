/** The functions of CQL (DSP0202), by name, with the types of what they take and give. */
@NullMarked
package org.telvirt.query.function;

import org.jspecify.annotations.NullMarked;
