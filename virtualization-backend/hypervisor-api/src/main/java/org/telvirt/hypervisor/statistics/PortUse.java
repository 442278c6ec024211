package org.telvirt.hypervisor.statistics;

/**
 * What has gone through a network port, a domain's or the host's.
 *
 * @param device the host's name of it, such as {@code vnet0} or {@code eth0}
 * @param received as its owner sees it: what came in
 * @param sent as its owner sees it: what went out
 */
public record PortUse(String device, Traffic received, Traffic sent) {}
