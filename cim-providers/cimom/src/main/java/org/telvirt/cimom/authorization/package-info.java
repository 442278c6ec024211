/** The port through which the object manager asks whether a caller may do what it asks for. */
@NullMarked
package org.telvirt.cimom.authorization;

import org.jspecify.annotations.NullMarked;
