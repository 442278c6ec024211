/** The elements of CIM-XML, one by one. */
@NullMarked
package org.telvirt.cimxml.codec;

import org.jspecify.annotations.NullMarked;
