package org.telvirt.hypervisor.statistics;

/**
 * What went to and came from a disk of the host.
 *
 * @param device such as {@code sda}
 */
public record HostDiskUse(String device, Transfer reads, Transfer writes) {}
