package org.telvirt.hypervisor.host;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * The pages of one size in a cell.
 *
 * @param size of one
 * @param count how many there are
 * @param free how many of them nobody uses; null: the platform cannot tell
 */
public record PagePool(ByteSize size, long count, @Nullable Long free) {}
