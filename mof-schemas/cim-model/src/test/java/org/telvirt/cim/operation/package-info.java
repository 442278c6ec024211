/** Tests of the operations. */
@NullMarked
package org.telvirt.cim.operation;

import org.jspecify.annotations.NullMarked;
