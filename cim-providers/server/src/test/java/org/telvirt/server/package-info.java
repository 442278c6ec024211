/** Tests of the package of the same name. */
@NullMarked
package org.telvirt.server;

import org.jspecify.annotations.NullMarked;
