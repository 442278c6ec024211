/** Who may do what, asked for every operation, role and scope, and through the object manager itself. */
@NullMarked
package org.telvirt.access;

import org.jspecify.annotations.NullMarked;
