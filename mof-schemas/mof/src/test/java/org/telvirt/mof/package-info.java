/** The tests of the MOF compiler, the reader of embedded objects and the writer. */
@NullMarked
package org.telvirt.mof;

import org.jspecify.annotations.NullMarked;
