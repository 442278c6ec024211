/**
 * What the object manager needs of a query language: to compile a query or a filter, and to put it to instances. Languages
 * are handed in; this room knows none.
 */
@NullMarked
package org.telvirt.cimom.query;

import org.jspecify.annotations.NullMarked;
