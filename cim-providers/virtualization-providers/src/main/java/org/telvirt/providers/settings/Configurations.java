package org.telvirt.providers.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.snapshot.SystemSnapshot;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.element.ReturnValues;

/**
 * The configurations that exist: a state configuration for each virtual system, a defined one unless nothing will be
 * left of the system after its run, one for the next start alone if that is to use another, and one for each snapshot.
 * Safe for use by many threads.
 */
public final class Configurations {
    private final VirtualizationFacility facility;

    public Configurations(VirtualizationFacility facility) {
        this.facility = facility;
    }

    /** How they are changed. */
    public Reconfiguration reconfiguration() {
        return new Reconfiguration(facility);
    }

    /** All of them, those of one system side by side. */
    public List<ConfigurationId> all() {
        List<VirtualSystem> systems = facility.systems();
        List<ConfigurationId> ids = new ArrayList<>(2 * systems.size());
        for (VirtualSystem system : systems) {
            ids.add(new ConfigurationId(system.id(), Configuration.ACTIVE));
            if (system.persistent()) {
                ids.add(new ConfigurationId(system.id(), Configuration.DEFINED));
            }
            if (hasNext(system.id())) {
                ids.add(new ConfigurationId(system.id(), Configuration.NEXT));
            }
            ids.addAll(snapshotsOf(system.id()));
        }
        return ids;
    }

    /** The configurations of the snapshots of a system. */
    public List<ConfigurationId> snapshotsOf(SystemId system) {
        List<ConfigurationId> ids = new ArrayList<>();
        for (SystemSnapshot snapshot : facility.snapshots().of(system)) {
            ids.add(ConfigurationId.ofSnapshot(system, snapshot.name()));
        }
        return ids;
    }

    /** The snapshot that a configuration is of; null: it is of none, or the snapshot is gone. */
    @Nullable
    SystemSnapshot snapshot(ConfigurationId id) {
        String name = id.snapshot();
        return name == null ? null : facility.snapshots().find(id.system(), name);
    }

    /** What a configuration consists of; null: there is no such configuration. */
    public @Nullable DomainDefinition definition(ConfigurationId id) {
        if (id.snapshot() != null) {
            SystemSnapshot snapshot = snapshot(id);
            return snapshot == null ? null : snapshot.definition();
        }
        return exists(id) ? facility.definition(id.system(), id.which()) : null;
    }

    /** Whether there is such a configuration. */
    public boolean exists(ConfigurationId id) {
        if (id.snapshot() != null) {
            return snapshot(id) != null;
        }
        VirtualSystem system = facility.system(id.system());
        return system != null
                && switch (id.which()) {
                    case ACTIVE -> true;
                    case DEFINED -> system.persistent();
                    case NEXT -> hasNext(id.system());
                };
    }

    /** Whether the next start is to use a configuration of its own. */
    private boolean hasNext(SystemId system) {
        DomainDefinition next = facility.definition(system, Configuration.NEXT);
        return next != null && !next.equals(facility.definition(system, Configuration.DEFINED));
    }

    /** Those that a start of the system may use: the next one alone, if there is such a thing, and every one. */
    public List<ConfigurationId> forStarts(SystemId system) {
        return Stream.of(Configuration.DEFINED, Configuration.NEXT)
                .map(which -> new ConfigurationId(system, which))
                .filter(this::exists)
                .toList();
    }

    /**
     * Takes the configuration of the next start alone back: it uses the defined one.
     *
     * @throws CimException FAILED, with the reason
     */
    void forgetNext(SystemId system) throws CimException {
        try {
            facility.setNext(system, null);
        } catch (FacilityException e) {
            throw refused(e);
        }
    }

    /**
     * Defines a virtual system.
     *
     * @return its defined configuration
     * @throws CimException why not
     */
    ConfigurationId define(DomainDefinition definition) throws CimException {
        try {
            return new ConfigurationId(facility.define(definition).id(), Configuration.DEFINED);
        } catch (FacilityException e) {
            throw refused(e);
        }
    }

    /**
     * Destroys the snapshot that a configuration is of.
     *
     * @throws CimException why not; FAILED: it goes on as a job, of which such an operation cannot tell
     */
    void removeSnapshot(ConfigurationId id) throws CimException {
        String name = Objects.requireNonNull(id.snapshot());
        try {
            if (facility.snapshots().remove(id.system(), name) instanceof Outcome.Underway underway) {
                throw new CimException(
                        CimStatus.FAILED,
                        "Snapshot '" + name + "' is still being removed, by the job "
                                + underway.job().id() + "; nothing has failed");
            }
        } catch (FacilityException e) {
            throw refused(e);
        }
    }

    private static CimException refused(FacilityException e) {
        return new CimException(ReturnValues.status(e.reason()), e.getMessage());
    }

    /** Whether there is such a virtual system. */
    boolean exists(SystemId system) {
        return facility.system(system) != null;
    }
}
