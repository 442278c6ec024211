/**
 * The other side of the door: a CimService whose operations are performed by a server that speaks CIM-XML. How bytes get
 * there is a port.
 */
@NullMarked
package org.telvirt.cimxml.client;

import org.jspecify.annotations.NullMarked;
