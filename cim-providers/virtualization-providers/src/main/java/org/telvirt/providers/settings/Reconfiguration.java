package org.telvirt.providers.settings;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * Changes of configurations, all or nothing: of the defined one for every start from the next one on, of the state one
 * for the present run. Safe for use by many threads.
 */
public final class Reconfiguration {
    private final VirtualizationFacility facility;
    private final Configurations configurations;

    public Reconfiguration(VirtualizationFacility facility) {
        this.facility = facility;
        this.configurations = new Configurations(facility);
    }

    /** From a definition to the one that a client wants. */
    @FunctionalInterface
    public interface Change {
        /** The new definition, unless the client cannot have it. */
        DomainDefinition apply(DomainDefinition present) throws CimException;
    }

    /**
     * Checks that a configuration can be changed.
     *
     * @param what the parameter that names it
     * @throws CimException INVALID_PARAMETER: there is none; NOT_SUPPORTED: it is a snapshot's
     */
    public void requireChangeable(String what, ConfigurationId id) throws CimException {
        // whoever changes what the next start uses once makes it so
        if (!configurations.exists(id.isNext() ? id.defined() : id)) {
            throw CimException.invalidParameter(what + ": there is no configuration " + id.instanceId());
        } else if (id.snapshot() != null) {
            throw CimException.notSupported(
                    what + ": a snapshot stays as it was taken; change what the next start uses, "
                            + id.defined().instanceId());
        }
    }

    /**
     * Changes a configuration that can be changed.
     *
     * @throws CimException what the change throws
     */
    public Outcome change(ConfigurationId id, Change change) throws CimException, FacilityException {
        try {
            if (id.isState()) {
                return facility.changes().change(id.system(), present -> applied(change, present), null);
            } else if (id.isNext()) {
                facility.setNext(id.system(), present -> applied(change, present));
            } else {
                facility.redefine(id.system(), present -> applied(change, present));
            }
            return new Outcome.Completed();
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof CimException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    /** What a configuration consists of; null: there is no such configuration. */
    public @Nullable DomainDefinition definition(ConfigurationId id) {
        return configurations.definition(id);
    }

    /** The facility passes on what is unchecked, and has then changed nothing. */
    private static DomainDefinition applied(Change change, DomainDefinition present) {
        try {
            return change.apply(present);
        } catch (CimException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
