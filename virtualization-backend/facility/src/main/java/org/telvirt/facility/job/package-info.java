/** Jobs: work that goes on after its caller has been answered, with progress, errors and an end. */
@NullMarked
package org.telvirt.facility.job;

import org.jspecify.annotations.NullMarked;
