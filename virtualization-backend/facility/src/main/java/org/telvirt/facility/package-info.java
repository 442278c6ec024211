/** What a Virtualization Facility does, without a word of CIM. */
@NullMarked
package org.telvirt.facility;

import org.jspecify.annotations.NullMarked;
