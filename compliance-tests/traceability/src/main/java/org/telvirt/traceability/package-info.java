/** Which requirement is proved by which test: the annotation, the recorder and the report. */
@NullMarked
package org.telvirt.traceability;

import org.jspecify.annotations.NullMarked;
