/**
 * The building inspector: the floor plan, the shape of the sources and the hygiene of the repository, each as a rule that
 * its own tests see fail. Reads classes and files; uses no other room.
 */
@NullMarked
package org.telvirt.architecture;

import org.jspecify.annotations.NullMarked;
