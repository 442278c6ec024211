/** Tests of the package of the same name. */
@NullMarked
package org.telvirt.server.access;

import org.jspecify.annotations.NullMarked;
