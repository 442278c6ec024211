package org.telvirt.hypervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.host.HostInventory;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.network.Networks;
import org.telvirt.hypervisor.snapshot.Snapshots;
import org.telvirt.hypervisor.statistics.Statistics;
import org.telvirt.hypervisor.storage.Storage;
import org.telvirt.hypervisor.work.LongWork;

/**
 * An engine that runs domains on a host. Calls block until done, and end within bounds that the engine sets. A call that
 * fails has changed nothing, unless its exception says what. Safe for use by many threads.
 */
public interface Hypervisor extends AutoCloseable {
    /** What this engine can do here; fixed while it is open. */
    EngineCapabilities capabilities();

    /** What definitions cannot ask for here, each with the reason; fixed while it is open. */
    default Map<Feature, String> lacking() {
        return Map.of();
    }

    /**
     * The machine.
     *
     * @throws HypervisorException UNAVAILABLE: the engine cannot be reached
     */
    Host host() throws HypervisorException;

    /**
     * All domains with their states, at the cost of one call to the engine.
     *
     * @throws HypervisorException UNAVAILABLE: the engine cannot be reached
     */
    List<Domain> domains() throws HypervisorException;

    /**
     * One domain.
     *
     * @throws HypervisorException NOT_FOUND: there is none
     */
    Domain domain(DomainId id) throws HypervisorException;

    /**
     * What a domain is made of.
     *
     * @throws HypervisorException NOT_FOUND: there is none
     */
    DomainDefinition definition(DomainId id, Configuration which) throws HypervisorException;

    /**
     * Defines a new domain, shut off.
     *
     * @throws HypervisorException ALREADY_EXISTS: name or id is taken; INVALID_DEFINITION: the engine does not accept
     *     it, and the message names the fields; UNSUPPORTED: it asks for what the engine {@linkplain #lacking lacks}
     */
    Domain define(DomainDefinition definition) throws HypervisorException;

    /**
     * Changes the defined configuration; a running domain goes on as it is until its next start. Whatever the engine's
     * own form of the definition says beyond {@link DomainDefinition} stays as it was, byte for byte. No other change
     * through this engine comes between reading and writing.
     *
     * @param change from the present definition to the new one; the id must stay. It may be called more than once, until
     *     nothing came between. A RuntimeException of it passes through, and nothing has changed
     * @throws HypervisorException NOT_FOUND; INVALID_DEFINITION; ALREADY_EXISTS: the new name is taken; INVALID_STATE:
     *     the domain must not be saved
     */
    Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException;

    /**
     * Says what the next start uses once instead of the defined configuration. It outlives the engine and its host.
     *
     * @param next with the name and the id of the domain; null: nothing, the next start uses the defined configuration
     * @throws HypervisorException NOT_FOUND; INVALID_DEFINITION; UNSUPPORTED
     */
    void setNext(DomainId id, @Nullable DomainDefinition next) throws HypervisorException;

    /** The kinds of changes while running that the engine lacks, each with the reason; fixed while it is open. */
    default Map<LiveChange.Kind, String> lackingChanges() {
        return Map.of();
    }

    /**
     * Changes an active domain without stopping it, and then, if the change says so, its defined configuration. What takes
     * something from the guest waits until the guest has let go of it.
     *
     * @param patience how long the guest may take
     * @return when it really happened
     * @throws HypervisorException UNSUPPORTED: the engine {@linkplain #lackingChanges lacks} it; NOT_FOUND; INVALID_STATE:
     *     the domain is not active; INVALID_DEFINITION: it does not fit, and the message names the field; TIMEOUT: the guest
     *     did not let go in time, and both configurations are as before; a guest may still let go of a device later
     */
    Instant change(DomainId id, LiveChange change, Duration patience) throws HypervisorException;

    /**
     * Removes the definition of a domain that does not run, with its saved image and whatever else the engine made for
     * it; its disks stay.
     *
     * @throws HypervisorException NOT_FOUND; INVALID_STATE: it runs
     */
    void undefine(DomainId id) throws HypervisorException;

    /**
     * Acts on a domain's run. The state it leads to is told to listeners even where the engine's own events say nothing
     * of it.
     *
     * @throws HypervisorException UNSUPPORTED: the engine lacks it, whatever the state; NOT_FOUND; INVALID_STATE: not
     *     {@link LifecycleAction#possibleFrom possible from} the present state; BUSY; INSUFFICIENT_RESOURCES; TIMEOUT
     */
    void perform(LifecycleAction action, DomainId id) throws HypervisorException;

    /** What the domains and the machine use. */
    Statistics statistics();

    /** What the machine is made of, and what of it is free. */
    HostInventory inventory();

    /** Storage pools and volumes. */
    Storage storage();

    /** Networks of the machine. */
    Networks networks();

    /** Snapshots of domains. */
    Snapshots snapshots();

    /** Copies of the disks of domains. */
    Backups backups();

    /** Bringing domains to other hosts. */
    Migration migration();

    /** Long work that is under way, whoever began it. */
    LongWork work();

    /**
     * Calls the listener for every event from now on, in order, on the engine's one event thread. It must return soon
     * and must not call the engine.
     */
    Registration listen(Consumer<HypervisorEvent> listener);

    /** Releases the engine; domains go on. */
    @Override
    void close();
}
