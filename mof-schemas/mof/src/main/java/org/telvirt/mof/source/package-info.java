/**
 * Where MOF text comes from, and the places in it that messages point to. This room must not know the grammar.
 */
@NullMarked
package org.telvirt.mof.source;

import org.jspecify.annotations.NullMarked;
