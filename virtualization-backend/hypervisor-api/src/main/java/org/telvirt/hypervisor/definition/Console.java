package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.Nullable;

/**
 * A serial port of a domain.
 *
 * @param logFile the absolute path of a file on the host that keeps all that the guest writes; null: none
 */
public record Console(@Nullable String logFile) {}
