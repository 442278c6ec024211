package org.telvirt.hypervisor.storage;

import org.telvirt.hypervisor.definition.ByteSize;

/**
 * What a disk can use.
 *
 * @param path of its file or device
 * @param format such as {@code raw} or {@code qcow2}; empty: not known
 * @param capacity what a guest would see
 * @param allocation what it takes of its pool
 */
public record StorageVolume(
        String pool, String name, String path, String format, ByteSize capacity, ByteSize allocation) {}
