/** What comes of the rows that a query selects: columns, order, aggregates, cursors. */
@NullMarked
package org.telvirt.query.result;

import org.jspecify.annotations.NullMarked;
