/** What a clause of a standard is, the server that it is put to, and the forms in which most clauses come. */
@NullMarked
package org.telvirt.conformance.clause;

import org.jspecify.annotations.NullMarked;
