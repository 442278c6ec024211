/**
 * What the facility knows of the engine's domains, in memory: filled by one listing, kept new by the engine's events, read
 * without asking the engine.
 *
 * <p>This room must not act on domains.
 */
@NullMarked
package org.telvirt.facility.view;

import org.jspecify.annotations.NullMarked;
