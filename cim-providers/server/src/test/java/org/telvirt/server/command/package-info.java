/** Tests of the package of the same name. */
@NullMarked
package org.telvirt.server.command;

import org.jspecify.annotations.NullMarked;
