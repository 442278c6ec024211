package org.telvirt.hypervisor.contract;

/**
 * What every engine has to do beside leading domains through their lives: statistics, the machine, storage, networks and
 * snapshots. Where an engine lacks something its parts say so.
 */
public abstract class ServicesContract extends SnapshotContract {}
