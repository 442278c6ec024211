/** Queries on instances: WQL, CQL (DSP0202) and FQL (DSP0212). */
@NullMarked
package org.telvirt.query;

import org.jspecify.annotations.NullMarked;
