/** Tests of queries. */
@NullMarked
package org.telvirt.query.function;

import org.jspecify.annotations.NullMarked;
