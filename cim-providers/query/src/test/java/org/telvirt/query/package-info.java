/** Tests of queries. */
@NullMarked
package org.telvirt.query;

import org.jspecify.annotations.NullMarked;
