package org.telvirt.hypervisor.definition;

/**
 * Memory that all domains have in common that name it (QEMU's ivshmem). All of them say the same size.
 *
 * @param name letters, digits, dots, dashes and underlines; it is a file name on the host
 * @param size a power of two, 1 MiB or more
 */
public record SharedMemory(String name, ByteSize size) {}
