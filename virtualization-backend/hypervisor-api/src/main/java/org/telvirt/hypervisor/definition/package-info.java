/**
 * What a domain is made of, as values with units in their types. The floors above the engines share these records; the
 * engine port itself they do not.
 */
@NullMarked
package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.NullMarked;
