/** What is done with real guests without anybody asking. */
@NullMarked
package org.telvirt.conformance.startup;

import org.jspecify.annotations.NullMarked;
