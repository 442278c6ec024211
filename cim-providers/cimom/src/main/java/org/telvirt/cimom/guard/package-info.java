/**
 * Guards: services around a service that count, log and, later, decide who may call what. Order is the order of the list
 * handed to {@link org.telvirt.cimom.guard.Guard#around}.
 */
@NullMarked
package org.telvirt.cimom.guard;

import org.jspecify.annotations.NullMarked;
