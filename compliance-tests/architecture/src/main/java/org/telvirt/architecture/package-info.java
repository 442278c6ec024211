/** The floor plan, the shape of the sources and the hygiene of the repository, as tests. */
@NullMarked
package org.telvirt.architecture;

import org.jspecify.annotations.NullMarked;
