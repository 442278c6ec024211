/** Algebra to what runs: names become places in instances, types are checked, features that are not offered are refused. */
@NullMarked
package org.telvirt.query.compile;

import org.jspecify.annotations.NullMarked;
