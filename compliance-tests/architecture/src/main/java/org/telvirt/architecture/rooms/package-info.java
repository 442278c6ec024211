/** The floor plan and the rules that hold the compiled classes of every room against it. */
@NullMarked
package org.telvirt.architecture.rooms;

import org.jspecify.annotations.NullMarked;
