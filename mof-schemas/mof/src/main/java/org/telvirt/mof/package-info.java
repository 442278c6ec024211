/** The MOF parser, the class repository and the MOF writer. */
@NullMarked
package org.telvirt.mof;

import org.jspecify.annotations.NullMarked;
