/** Tests of what operators see. */
@NullMarked
package org.telvirt.server.observation;

import org.jspecify.annotations.NullMarked;
