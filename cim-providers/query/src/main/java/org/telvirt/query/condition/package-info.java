/** The operators that are true, false or unknown, a class each: small, so that each can be read beside its clause and has its own test. */
@NullMarked
package org.telvirt.query.condition;

import org.jspecify.annotations.NullMarked;
