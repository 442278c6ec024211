/**
 * A server as the checks see it: by the operations of DSP0200 alone, so that they judge any server. What they find is told
 * as a thing and a cause.
 */
@NullMarked
package org.telvirt.conformance.wbem;

import org.jspecify.annotations.NullMarked;
