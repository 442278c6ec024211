/** The DMTF virtualization profiles over the facility. */
@NullMarked
package org.telvirt.providers;

import org.jspecify.annotations.NullMarked;
