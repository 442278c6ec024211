/** The CIM-XML door against a scripted object manager: exact bytes, header rules, bad input. */
@NullMarked
package org.telvirt.cimxml;

import org.jspecify.annotations.NullMarked;
