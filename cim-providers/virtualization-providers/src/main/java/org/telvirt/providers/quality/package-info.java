/**
 * The quality that a resource is to have, as far as CIM has no property for it, each a pure mapper in both directions:
 * where processors run and how they are scheduled (VMDEF2, VMDEF3), what memory is made of (VMDEF7, VMDEF8), how much and
 * how fast disks read and write. What settings do not say stays, and zero or an empty text takes a limit away.
 *
 * <p>This room must not know virtual systems, configurations or the facility.
 */
@NullMarked
package org.telvirt.providers.quality;

import org.jspecify.annotations.NullMarked;
