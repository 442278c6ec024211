/** What every store must keep, told as a contract that each of them is held to. */
@NullMarked
package org.telvirt.store;

import org.jspecify.annotations.NullMarked;
