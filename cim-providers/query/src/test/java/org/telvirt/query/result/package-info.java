/** Tests of queries. */
@NullMarked
package org.telvirt.query.result;

import org.jspecify.annotations.NullMarked;
