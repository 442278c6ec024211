/** Hard stops for the size and the naming of source files, which keep rooms readable when nobody looks. */
@NullMarked
package org.telvirt.architecture.shape;

import org.jspecify.annotations.NullMarked;
