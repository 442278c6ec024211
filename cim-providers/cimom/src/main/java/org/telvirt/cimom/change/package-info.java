/**
 * The one way by which anything changes: what is planned is written to the store together with the record of the call, and
 * only then seen by readers and announced. It must not know what classes and instances are made of.
 */
@NullMarked
package org.telvirt.cimom.change;

import org.jspecify.annotations.NullMarked;
