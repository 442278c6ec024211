/** Real guests as an administrator's tool sees them over CIM-XML, and as libvirt itself does. */
@NullMarked
package org.telvirt.conformance.guest;

import org.jspecify.annotations.NullMarked;
