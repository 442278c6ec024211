package org.telvirt.hypervisor.network;

/** What an engine may be unable to do with networks. */
public enum NetworkFeature {
    /** To tell of networks at all. */
    NETWORKS,
    /** To make, start, stop and remove them. */
    CHANGES
}
