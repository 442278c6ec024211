/** That the checks can fail. */
@NullMarked
package org.telvirt.conformance.wbem;

import org.jspecify.annotations.NullMarked;
