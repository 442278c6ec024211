package org.telvirt.hypervisor.storage;

/** What an engine may be unable to do with storage. */
public enum StorageFeature {
    /** To tell of pools and volumes at all. */
    POOLS,
    /** To make and remove them. */
    CHANGES,
    /** {@link Storage#grow}. */
    GROWTH
}
