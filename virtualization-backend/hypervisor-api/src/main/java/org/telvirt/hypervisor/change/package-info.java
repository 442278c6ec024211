/** What can be changed of a domain while it runs, as values. */
@NullMarked
package org.telvirt.hypervisor.change;

import org.jspecify.annotations.NullMarked;
