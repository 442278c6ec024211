/** Tests of the import of schemas. */
@NullMarked
package org.telvirt.server.schema;

import org.jspecify.annotations.NullMarked;
