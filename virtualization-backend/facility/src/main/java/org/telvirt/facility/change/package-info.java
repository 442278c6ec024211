/**
 * Changes of virtual systems while they are active: from what a system is made of now and what it is wanted to be made
 * of, to the steps that an engine can do, all of them or none.
 *
 * <p>This room must not know who wants it, nor how an engine does a step.
 */
@NullMarked
package org.telvirt.facility.change;

import org.jspecify.annotations.NullMarked;
