/** What was acknowledged is there, whatever happens to the process. */
@NullMarked
package org.telvirt.conformance.durability;

import org.jspecify.annotations.NullMarked;
