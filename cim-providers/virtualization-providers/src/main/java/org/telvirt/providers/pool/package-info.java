/**
 * Resource pools of the host (DSP1041): what they have, what is allocated from them, and the service that makes pools out of
 * parts of others.
 */
@NullMarked
package org.telvirt.providers.pool;

import org.jspecify.annotations.NullMarked;
