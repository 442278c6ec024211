/** Tests of the package of the same name. */
@NullMarked
package org.telvirt.server.settings;

import org.jspecify.annotations.NullMarked;
