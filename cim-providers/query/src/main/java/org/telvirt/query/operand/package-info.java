/** The operators that give a value, a class each; null is NULL. */
@NullMarked
package org.telvirt.query.operand;

import org.jspecify.annotations.NullMarked;
