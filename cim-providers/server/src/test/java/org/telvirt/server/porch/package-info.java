/** Tests of the package of the same name. */
@NullMarked
package org.telvirt.server.porch;

import org.jspecify.annotations.NullMarked;
