/**
 * Bringing virtual systems to other hosts (DSP1081): the migration service with its four methods and one of our own that
 * says why not, its capabilities, and settings read and written.
 */
@NullMarked
package org.telvirt.providers.migration;

import org.jspecify.annotations.NullMarked;
