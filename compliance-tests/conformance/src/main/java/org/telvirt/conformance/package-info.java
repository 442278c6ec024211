/** The running server against the standards, by an independent client. */
@NullMarked
package org.telvirt.conformance;

import org.jspecify.annotations.NullMarked;
