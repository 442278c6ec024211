package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.DataRate;

/** Makes things go wrong on a simulated host. Safe for use by many threads. */
public interface Faults {
    /**
     * Lets something happen to an active domain.
     *
     * @throws HypervisorException NOT_FOUND; INVALID_STATE: it is not active
     */
    void happen(Incident incident, DomainId id) throws HypervisorException;

    /** Tells a guest how to behave from now on. */
    void behave(DomainId id, GuestBehaviour behaviour) throws HypervisorException;

    /** Tells a guest what to do while it runs, from now on. */
    void load(DomainId id, GuestLoad load) throws HypervisorException;

    /** Lets the next action of this kind, on whatever domain, fail after its time and change nothing. */
    void failNext(LifecycleAction action, HypervisorException failure);

    /** Lets the next undefinition fail and change nothing. */
    void failNextUndefine(HypervisorException failure);

    /**
     * Lets actions of this kind take so long from now on, while other actions on the domain but STOP are BUSY; zero: at
     * once.
     */
    void slow(LifecycleAction action, Duration time);

    /**
     * Lets the memory of domains that migrate leave this host at this rate from now on, however much migrations may take;
     * null, as it is at first: it is there at once.
     */
    void slowMigrations(@Nullable DataRate rate);

    /** Lets a guest change so much of its memory while it runs, from now on; none at first. */
    void changeMemory(DomainId id, DataRate rate) throws HypervisorException;

    /** Lets the process that leads the next migration from here end at that moment: its caller is refused, no more is done. */
    void loseLeader(LeaderLoss when);

    /** Says whether other hosts see the files of this one; at first they do. */
    void shareFiles(boolean isShared);

    /** When the process that leads a migration ends as if it were killed. */
    enum LeaderLoss {
        /** All memory is there and the domain stands still here; nobody lets it go on there, so that it is not there. */
        BEFORE_ARRIVAL,
        /** It runs there, and nobody has ended it here, where it stands still. */
        AFTER_ARRIVAL
    }

    /** Cuts this host off from the hosts that know it, or connects it again; domains go on. */
    void isolate(boolean isolated);
}
