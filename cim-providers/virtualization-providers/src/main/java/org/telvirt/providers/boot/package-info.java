/**
 * What virtual systems boot from (DSP1012): a boot configuration for every start, one for the next start alone, and in
 * each of them the boot sources in their order. Both are the facility's own defined and next configuration, so that
 * whatever is changed here is seen there.
 */
@NullMarked
package org.telvirt.providers.boot;

import org.jspecify.annotations.NullMarked;
