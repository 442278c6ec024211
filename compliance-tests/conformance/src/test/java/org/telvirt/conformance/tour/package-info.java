/** The tours of the README, run word for word with the clients that they name. */
@NullMarked
package org.telvirt.conformance.tour;

import org.jspecify.annotations.NullMarked;
