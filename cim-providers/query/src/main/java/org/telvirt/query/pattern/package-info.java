/** The two notations for LIKE, matched in time that grows with pattern times text and never worse. */
@NullMarked
package org.telvirt.query.pattern;

import org.jspecify.annotations.NullMarked;
