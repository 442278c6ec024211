/** The tests of the schema: that it is whole, described, and of the structure the DMTF gave it. */
@NullMarked
package org.telvirt.schema;

import org.jspecify.annotations.NullMarked;
