/** The CIM metamodel, its values and the operations on them, on the JDK alone. */
@NullMarked
package org.telvirt.cim;

import org.jspecify.annotations.NullMarked;
