/** The CIM-XML messages of DSP0200 and DSP0201, bytes to operations and back, without an HTTP server. */
@NullMarked
package org.telvirt.cimxml;

import org.jspecify.annotations.NullMarked;
