/**
 * Every operation of DSP0200 as scenarios on any server: in process, and over CIM-XML against the server as its users
 * start it.
 */
@NullMarked
package org.telvirt.conformance.operation;

import org.jspecify.annotations.NullMarked;
