/**
 * The CIM object manager: namespace, class, check, provider, completion, cursor (DSP0200 §5.3, §5.4). Doors call it through
 * {@link org.telvirt.cim.operation.CimService}; it must not know HTTP, XML or what is managed.
 */
@NullMarked
package org.telvirt.cimom;

import org.jspecify.annotations.NullMarked;
