/** Tests of queries. */
@NullMarked
package org.telvirt.query.operand;

import org.jspecify.annotations.NullMarked;
