/** The journal on disks that are torn, bent, full and without power, and in processes that are killed. */
@NullMarked
package org.telvirt.store.journal;

import org.jspecify.annotations.NullMarked;
