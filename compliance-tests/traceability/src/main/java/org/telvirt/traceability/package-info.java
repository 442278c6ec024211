/**
 * What a test says about itself: which requirements it is evidence for and what it really ran on. Tests of every module
 * use these words; this room uses no other room of the product.
 */
@NullMarked
package org.telvirt.traceability;

import org.jspecify.annotations.NullMarked;
