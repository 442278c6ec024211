package org.telvirt.hypervisor.storage;

import java.util.List;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.Offering;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * The storage of an engine. Pools and volumes go by name; a volume's name is unique in its pool. Safe for use by many
 * threads.
 */
public interface Storage extends Offering<StorageFeature> {
    /**
     * All pools, as they were when the engine last looked into them.
     *
     * @throws HypervisorException UNSUPPORTED; UNAVAILABLE: the engine cannot be reached
     */
    List<StoragePool> pools() throws HypervisorException;

    /**
     * Looks into a pool anew.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; INVALID_STATE: it is not active
     */
    StoragePool refresh(String pool) throws HypervisorException;

    /**
     * The volumes of a pool.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; INVALID_STATE: the pool is not active
     */
    List<StorageVolume> volumes(String pool) throws HypervisorException;

    /**
     * Makes a pool of a folder that there is, and activates it.
     *
     * @throws HypervisorException UNSUPPORTED; ALREADY_EXISTS: the name is taken; INVALID_DEFINITION: there is no such
     *     folder
     */
    StoragePool definePool(String pool, String folder) throws HypervisorException;

    /**
     * Forgets a pool; its volumes stay where they are.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND
     */
    void removePool(String pool) throws HypervisorException;

    /**
     * Makes a volume, empty and of no more than it needs.
     *
     * @param format such as {@code raw} or {@code qcow2}
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND: the pool; ALREADY_EXISTS: the name is taken;
     *     INSUFFICIENT_RESOURCES: it does not fit
     */
    StorageVolume create(String pool, String volume, String format, ByteSize capacity) throws HypervisorException;

    /**
     * Makes a volume with the content of another one of the same pool.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; ALREADY_EXISTS; INSUFFICIENT_RESOURCES
     */
    StorageVolume copy(String pool, String volume, String newVolume) throws HypervisorException;

    /**
     * Makes a volume larger.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND; INVALID_DEFINITION: it is larger already;
     *     INSUFFICIENT_RESOURCES
     */
    StorageVolume grow(String pool, String volume, ByteSize capacity) throws HypervisorException;

    /**
     * Deletes a volume with its content.
     *
     * @throws HypervisorException UNSUPPORTED; NOT_FOUND
     */
    void delete(String pool, String volume) throws HypervisorException;
}
