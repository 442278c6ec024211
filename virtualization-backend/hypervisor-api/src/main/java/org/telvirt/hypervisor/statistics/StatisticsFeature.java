package org.telvirt.hypervisor.statistics;

/** What an engine may be unable to tell at all, of whatever domain. */
public enum StatisticsFeature {
    /** {@link Statistics#domains}. */
    DOMAINS,
    /** {@link Statistics#host}. */
    HOST,
    /** {@link DomainStatistics#scheduling}. */
    SCHEDULING,
    /** {@link VirtualProcessorUse#interrupts}. */
    INTERRUPTS
}
