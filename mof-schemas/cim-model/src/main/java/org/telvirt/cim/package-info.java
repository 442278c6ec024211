/**
 * The CIM metamodel as immutable values (DSP0004): names, types, values, paths, instances, classes and status codes.
 *
 * <p>Everything here is true of CIM on paper. This room must not know HTTP, XML, a server, a hypervisor or a log.
 */
@NullMarked
package org.telvirt.cim;

import org.jspecify.annotations.NullMarked;
