package org.telvirt.hypervisor.snapshot;

import java.util.List;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * The snapshots of an engine's domains. Those of one domain have names of their own and form a tree: the parent of each
 * is the one that was current when it was taken. They end with the domain. Safe for use by many threads.
 */
public interface Snapshots extends Offering<SnapshotFeature> {
    /**
     * The snapshots of a domain, oldest first.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: there is no such domain
     */
    List<Snapshot> of(DomainId domain) throws HypervisorException;

    /**
     * What a domain was made of when a snapshot was taken.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: the domain or the snapshot
     */
    DomainDefinition definition(DomainId domain, String snapshot) throws HypervisorException;

    /**
     * Takes a snapshot, which is current then. The domain goes on as it was.
     *
     * @throws HypervisorException UNSUPPORTED: the engine cannot take one of this kind, or not of these disks;
     *     NOT_FOUND; ALREADY_EXISTS: the name is taken; INVALID_STATE: it has nothing of the kind, such as memory while
     *     it does not run; INSUFFICIENT_RESOURCES; TIMEOUT: its guest did not come to rest
     */
    Snapshot create(DomainId domain, SnapshotRequest request) throws HypervisorException;

    /**
     * Makes a domain what it was, disks and, if the snapshot has it, memory; all that came after is lost. The snapshot is
     * current then.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: the domain or the snapshot
     */
    void revert(DomainId domain, String snapshot) throws HypervisorException;

    /**
     * Removes a snapshot; its children become those of its parent.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: the domain or the snapshot
     */
    void delete(DomainId domain, String snapshot) throws HypervisorException;
}
