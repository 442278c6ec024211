/**
 * What operators see of a running server: its health, its status, its metrics (OpenMetrics 1.0) and a log of events.
 */
@NullMarked
package org.telvirt.server.observation;

import org.jspecify.annotations.NullMarked;
