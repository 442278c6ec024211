package org.telvirt.facility.pool;

import org.jspecify.annotations.Nullable;

/**
 * A network of the engine that ports of virtual systems can be plugged into.
 *
 * @param active whether anything passes
 * @param bridge the bridge of the host behind it; null: none, or none yet
 * @param outside how it is connected with the world outside the host, for people
 */
public record Network(String name, boolean active, @Nullable String bridge, String outside) {}
