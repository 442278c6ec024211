/** Tests of queries. */
@NullMarked
package org.telvirt.query.pattern;

import org.jspecify.annotations.NullMarked;
