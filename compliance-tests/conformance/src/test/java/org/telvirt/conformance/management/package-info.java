/** What the management and snapshot services of DSP1042 do to real guests. */
@NullMarked
package org.telvirt.conformance.management;

import org.jspecify.annotations.NullMarked;
