/** What takes its time on a simulated host, and how the copying of a memory goes that its guest keeps changing. */
@NullMarked
package org.telvirt.hypervisor.simulated.work;

import org.jspecify.annotations.NullMarked;
