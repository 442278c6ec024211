/**
 * What is asked of a migration, what can stand in its way, and what engines may lack for it: values that the floors above
 * the engines share with them, as the definitions of domains.
 */
@NullMarked
package org.telvirt.hypervisor.definition.migration;

import org.jspecify.annotations.NullMarked;
