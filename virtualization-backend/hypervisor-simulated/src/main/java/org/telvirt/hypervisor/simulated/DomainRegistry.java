package org.telvirt.hypervisor.simulated;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainUndefined;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DefinitionRules;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.Platform;

/** The domains of the host by id and by name, and their definitions; touched only under the host's lock. */
final class DomainRegistry {
    private final SimulatedHostSettings settings;
    private final InstantSource clock;
    private final EventDelivery delivery;
    private final Completion completion;
    private final Map<DomainId, SimulatedDomain> byId = new LinkedHashMap<>();
    private final Map<String, SimulatedDomain> byName = new HashMap<>();

    DomainRegistry(SimulatedHostSettings settings, InstantSource clock, EventDelivery delivery) {
        this.settings = settings;
        this.clock = clock;
        this.delivery = delivery;
        this.completion = new Completion(settings);
    }

    List<Domain> list() {
        List<Domain> domains = new ArrayList<>(byId.size());
        for (SimulatedDomain domain : byId.values()) {
            domains.add(domain.seen());
        }
        return domains;
    }

    Iterable<SimulatedDomain> all() {
        return byId.values();
    }

    Instant now() {
        return clock.instant();
    }

    /** A domain as it is now; empty: there is none. */
    Optional<Domain> seen(DomainId id) {
        return Optional.ofNullable(byId.get(id)).map(SimulatedDomain::seen);
    }

    SimulatedDomain find(DomainId id) throws HypervisorException {
        SimulatedDomain domain = byId.get(id);
        if (domain == null) {
            throw new HypervisorException(Reason.NOT_FOUND, "There is no domain with id " + id);
        }
        return domain;
    }

    Domain define(DomainDefinition asked) throws HypervisorException {
        check(asked);
        requireFreeName(asked.name());
        UUID uuid = asked.uuid();
        if (uuid != null && byId.containsKey(new DomainId(uuid))) {
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, "Cannot define '" + asked.name() + "': id " + uuid + " is taken");
        }
        DomainDefinition definition = completion.complete(asked);
        SimulatedDomain domain = new SimulatedDomain(new DomainId(idOf(definition)), definition);
        byId.put(domain.id(), domain);
        byName.put(domain.name(), domain);
        delivery.note(new DomainDefined(clock.instant(), domain.id(), domain.name()));
        return domain.seen();
    }

    /** Changes a definition, if it is still the one that the change was made from; empty: it is not. */
    Optional<Domain> redefine(DomainId id, DomainDefinition present, DomainDefinition asked)
            throws HypervisorException {
        SimulatedDomain domain = find(id);
        if (domain.state() == DomainState.SAVED) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    "Cannot redefine '" + domain.name() + "': it has a saved run; restore or discard it first");
        }
        if (!domain.defined().equals(present)) {
            return Optional.empty();
        }
        check(asked);
        if (!id.uuid().equals(asked.uuid())) {
            throw new HypervisorException(
                    Reason.INVALID_DEFINITION, "Cannot redefine '" + domain.name() + "': its id must stay " + id);
        }
        if (!asked.name().equals(domain.name())) {
            requireFreeName(asked.name());
        }
        byName.remove(domain.name());
        domain.define(completion.complete(asked));
        byName.put(domain.name(), domain);
        delivery.note(new DomainRedefined(clock.instant(), id, domain.name()));
        return Optional.of(domain.seen());
    }

    /** Takes in a domain from another host under its id; a definition of it that has been left here gives way. */
    SimulatedDomain takeIn(DomainDefinition defined) throws HypervisorException {
        SimulatedDomain old = byId.get(new DomainId(idOf(defined)));
        if (old != null && !old.isActive() && old.name().equals(defined.name())) {
            byId.remove(old.id());
            byName.remove(old.name());
        }
        return find(define(defined).id());
    }

    /** Why a domain of this id and name cannot be taken in; null: it can. */
    @Nullable
    String taken(DomainId id, String name) {
        SimulatedDomain sameId = byId.get(id);
        SimulatedDomain sameName = byName.get(name);
        if (sameId != null && (sameId.isActive() || !sameId.name().equals(name))) {
            return "there is a domain with id " + id + " already, '" + sameId.name() + "'";
        }
        return sameName == null || sameName.equals(sameId)
                ? null
                : "there is a domain with the name '" + name + "' already";
    }

    /** Says what the next start is made of once; null: of the defined configuration. */
    void defineOnce(DomainId id, @Nullable DomainDefinition asked) throws HypervisorException {
        SimulatedDomain domain = find(id);
        if (asked != null) {
            check(asked);
            if (!id.uuid().equals(asked.uuid()) || !domain.name().equals(asked.name())) {
                throw new HypervisorException(
                        Reason.INVALID_DEFINITION,
                        "Cannot define the next start of '" + domain.name() + "': its id and its name must stay");
            }
        }
        domain.defineOnce(asked == null ? null : completion.complete(asked));
        delivery.note(new DomainRedefined(clock.instant(), id, domain.name()));
    }

    /** A definition as it is kept, with everything chosen that it leaves open. */
    DomainDefinition checked(DomainDefinition asked) throws HypervisorException {
        check(asked);
        return completion.complete(asked);
    }

    void undefine(DomainId id) throws HypervisorException {
        SimulatedDomain domain = find(id);
        if (domain.isActive()) {
            throw new HypervisorException(
                    Reason.INVALID_STATE,
                    "Cannot undefine '" + domain.name() + "': it is " + Lifecycle.words(domain.state())
                            + "; stop it first");
        }
        byId.remove(id);
        byName.remove(domain.name());
        delivery.note(new DomainUndefined(clock.instant(), id, domain.name()));
    }

    /** Notes an event that happens now. */
    void tell(Function<Instant, HypervisorEvent> event) {
        delivery.note(event.apply(clock.instant()));
    }

    private void check(DomainDefinition asked) throws HypervisorException {
        List<String> violations = DefinitionRules.violations(asked);
        if (!violations.isEmpty()) {
            throw new HypervisorException(
                    Reason.INVALID_DEFINITION,
                    "Cannot define '" + asked.name() + "': " + String.join("; ", violations));
        }
        Platform platform = asked.platform();
        if (platform.virtualization() != null
                && !settings.capabilities().virtualizations().contains(platform.virtualization())) {
            throw lacking(asked, platform.virtualization().name());
        }
        if (platform.architecture() != null
                && !platform.architecture().equals(settings.facts().architecture())) {
            throw lacking(asked, platform.architecture());
        }
        for (var lacked : Feature.lackedBy(asked, settings.lacking()).entrySet()) {
            throw new HypervisorException(
                    Reason.UNSUPPORTED,
                    "Cannot define '" + asked.name() + "': " + lacked.getKey().field() + ": " + lacked.getValue());
        }
    }

    private HypervisorException lacking(DomainDefinition asked, String what) {
        return new HypervisorException(
                Reason.UNSUPPORTED,
                "Cannot define '" + asked.name() + "': host '"
                        + settings.facts().name() + "' does not offer " + what);
    }

    private void requireFreeName(String name) throws HypervisorException {
        SimulatedDomain holder = byName.get(name);
        if (holder != null) {
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, "Cannot define '" + name + "': domain " + holder.id() + " has this name");
        }
    }

    private static UUID idOf(DomainDefinition complete) {
        UUID uuid = complete.uuid();
        if (uuid == null) {
            throw new IllegalStateException("a completed definition has an id");
        }
        return uuid;
    }
}
