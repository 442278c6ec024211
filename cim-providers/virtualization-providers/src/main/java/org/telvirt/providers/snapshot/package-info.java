/**
 * Snapshots of virtual systems: the service, what it can do on the host, what can be done of each system now, and which
 * configurations are snapshots of which system (DSP1042). The configurations themselves are among all the others.
 */
@NullMarked
package org.telvirt.providers.snapshot;

import org.jspecify.annotations.NullMarked;
