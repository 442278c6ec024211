/** The reader's and the writer's own rules. */
@NullMarked
package org.telvirt.cimxml.xml;

import org.jspecify.annotations.NullMarked;
