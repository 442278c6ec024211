/** The tests of inheritance and of the questions a schema answers. */
@NullMarked
package org.telvirt.mof.repository;

import org.jspecify.annotations.NullMarked;
