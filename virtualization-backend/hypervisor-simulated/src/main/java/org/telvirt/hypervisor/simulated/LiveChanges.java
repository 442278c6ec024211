package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** What changes do to running domains; touched only under the host's lock. */
final class LiveChanges {
    private final SimulatedHostSettings settings;
    private final DomainRegistry registry;
    private final Lifecycle lifecycle;

    LiveChanges(SimulatedHostSettings settings, DomainRegistry registry, Lifecycle lifecycle) {
        this.settings = settings;
        this.registry = registry;
        this.lifecycle = lifecycle;
    }

    /** How long the guest takes to let go of what the change takes; null: for ever. */
    @Nullable
    Duration begin(DomainId id, LiveChange change) throws HypervisorException {
        SimulatedDomain domain = registry.find(id);
        String lacks = settings.lackingChanges().get(change.kind());
        if (lacks != null) {
            throw new HypervisorException(Reason.UNSUPPORTED, attempt(domain) + ": " + lacks);
        }
        requireActive(domain);
        if (domain.busy != null) {
            throw new HypervisorException(
                    Reason.BUSY, attempt(domain) + ": it is busy with another action, " + domain.busy);
        }
        applied(domain, change, domain.active());
        if (change.alsoDefined()) {
            applied(domain, change, domain.defined());
        }
        GuestBehaviour guest = domain.guest == null ? settings.guests() : domain.guest;
        return change.takesFrom(domain.active()) ? guest.releaseAfter() : Duration.ZERO;
    }

    long run(DomainId id) throws HypervisorException {
        return registry.find(id).run;
    }

    /** Does it, unless the domain began a new run since. */
    Instant finish(DomainId id, LiveChange change, long run, Instant now) throws HypervisorException {
        SimulatedDomain domain = registry.find(id);
        requireActive(domain);
        if (domain.run != run) {
            throw new HypervisorException(Reason.INVALID_STATE, attempt(domain) + ": it began anew meanwhile");
        }
        DomainDefinition active = applied(domain, change, domain.active());
        DomainDefinition defined = change.alsoDefined() ? applied(domain, change, domain.defined()) : domain.defined();
        lifecycle.resize(
                domain, domain.active().memory().size(), active.memory().size());
        domain.define(defined);
        domain.change(active);
        registry.tell(time -> new DomainRedefined(time, id, domain.name()));
        return now;
    }

    HypervisorException late(DomainId id, Duration patience) throws HypervisorException {
        return new HypervisorException(
                Reason.TIMEOUT,
                attempt(registry.find(id)) + ": its guest did not let go within " + patience.toMillis() + " ms");
    }

    private void requireActive(SimulatedDomain domain) throws HypervisorException {
        if (!domain.isActive()) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, attempt(domain) + ": it is " + Lifecycle.words(domain.state()));
        }
    }

    private DomainDefinition applied(SimulatedDomain domain, LiveChange change, DomainDefinition definition)
            throws HypervisorException {
        try {
            return registry.checked(change.appliedTo(definition));
        } catch (IllegalArgumentException e) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt(domain) + ": " + e.getMessage(), e);
        }
    }

    private static String attempt(SimulatedDomain domain) {
        return "Cannot change '" + domain.name() + "' while it runs";
    }
}
