/**
 * What is asked of the engine is written down before and crossed out after, so that nothing is half done without a job that
 * says so, whenever the process ends: {@link JournaledEngine} writes, {@link Recovery} reads it at the next start and looks
 * what has become of it.
 *
 * <p>This room knows no store; who has one hands it in as {@link DurableTexts}.
 */
@NullMarked
package org.telvirt.facility.journal;

import org.jspecify.annotations.NullMarked;
