/**
 * Jobs: work that goes on after its caller has been answered, with progress, errors and an end.
 *
 * <p>This room must not know what the work is.
 */
@NullMarked
package org.telvirt.facility.job;

import org.jspecify.annotations.NullMarked;
