/**
 * What the server says of itself in the Interop namespace: its namespaces, the object manager and how it is reached. It
 * must not know how operations are performed.
 */
@NullMarked
package org.telvirt.cimom.interop;

import org.jspecify.annotations.NullMarked;
