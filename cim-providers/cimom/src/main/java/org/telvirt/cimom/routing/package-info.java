/**
 * Who answers for what in each namespace: the instances of a class, the links from a class, a method. Everything is found
 * by hash; it must not know operations.
 */
@NullMarked
package org.telvirt.cimom.routing;

import org.jspecify.annotations.NullMarked;
