/**
 * The instances that no provider answers for: completed once, kept in memory in order, found by key and from both ends of
 * associations. It must not know operations or who writes to the store.
 */
@NullMarked
package org.telvirt.cimom.stored;

import org.jspecify.annotations.NullMarked;
