/**
 * The record of who changed what: one line of JSON for each call. It must not know where lines are kept.
 */
@NullMarked
package org.telvirt.cimom.audit;

import org.jspecify.annotations.NullMarked;
