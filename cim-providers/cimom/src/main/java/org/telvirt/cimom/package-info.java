/** Performs CIM operations: namespaces, checks, providers, enumeration contexts. */
@NullMarked
package org.telvirt.cimom;

import org.jspecify.annotations.NullMarked;
