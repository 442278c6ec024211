/** Text to algebra: one lexer, one parser a language, one tree of expressions for all. */
@NullMarked
package org.telvirt.query.syntax;

import org.jspecify.annotations.NullMarked;
