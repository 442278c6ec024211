package org.telvirt.hypervisor.statistics;

/**
 * How many threads ran or were ready to run, or waited for a disk, on average.
 *
 * @param oneMinute over the last minute
 * @param fiveMinutes over the last five
 * @param fifteenMinutes over the last fifteen
 */
public record Load(double oneMinute, double fiveMinutes, double fifteenMinutes) {}
