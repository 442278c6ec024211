/** Tests of queries. */
@NullMarked
package org.telvirt.query.condition;

import org.jspecify.annotations.NullMarked;
