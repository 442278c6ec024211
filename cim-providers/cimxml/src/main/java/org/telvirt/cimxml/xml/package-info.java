/**
 * XML as CIM-XML needs it: a reader that trusts nobody and a writer that is fast. It knows element names only from its
 * callers, and neither HTTP nor operations.
 */
@NullMarked
package org.telvirt.cimxml.xml;

import org.jspecify.annotations.NullMarked;
