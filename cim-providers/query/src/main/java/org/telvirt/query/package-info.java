/**
 * Queries on instances: WQL, CQL (DSP0202) and FQL (DSP0212).
 *
 * <p>{@link org.telvirt.query.QueryLanguages} finds a language by name, the language reads a text and compiles it against
 * the classes that a {@link org.telvirt.query.ClassTree} knows, and the {@link org.telvirt.query.Query} judges and shapes
 * instances. One parser a language, one algebra and one compiler for all of them.
 */
@NullMarked
package org.telvirt.query;

import org.jspecify.annotations.NullMarked;
