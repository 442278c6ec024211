/** The tests of where MOF text comes from. */
@NullMarked
package org.telvirt.mof.source;

import org.jspecify.annotations.NullMarked;
