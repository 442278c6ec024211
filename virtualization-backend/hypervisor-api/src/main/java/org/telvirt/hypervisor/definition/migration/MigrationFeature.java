package org.telvirt.hypervisor.definition.migration;

/** What an engine may be unable to do when it migrates domains. */
public enum MigrationFeature {
    /** To migrate a domain that runs. */
    RUNNING,
    /** {@link MigrationRequest.Mode#RESTART}. */
    RESTART,
    /** {@link MigrationRequest#postCopy}, and {@link MigrationRequest.TimeoutPolicy#POST_COPY}. */
    POST_COPY,
    /** {@link MigrationRequest#autoConverge}. */
    AUTO_CONVERGE,
    /** {@link MigrationRequest.Storage#COPIED}. */
    COPIED_STORAGE,
    /** {@link MigrationRequest.Transport#TLS}. */
    TLS,
    /** {@link MigrationRequest.Transport#TUNNELLED}. */
    TUNNELLED,
    /** {@link MigrationRequest#bandwidth}. */
    BANDWIDTH,
    /** {@link MigrationRequest#maximumDowntime}. */
    MAXIMUM_DOWNTIME,
    /** {@link MigrationRequest#newName}. */
    NEW_NAME,
    /** Not {@link MigrationRequest#persistent}: without a definition that outlives the run there. */
    TRANSIENT
}
