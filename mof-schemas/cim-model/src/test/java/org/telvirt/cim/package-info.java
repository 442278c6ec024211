/** Tests of the metamodel. */
@NullMarked
package org.telvirt.cim;

import org.jspecify.annotations.NullMarked;
