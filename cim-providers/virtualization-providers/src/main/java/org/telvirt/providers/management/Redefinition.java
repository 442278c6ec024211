package org.telvirt.providers.management;

import org.telvirt.cim.CimException;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;

/** Changes of defined configurations, all or nothing. Safe for use by many threads. */
final class Redefinition {
    private final VirtualizationFacility facility;
    private final Configurations configurations;

    Redefinition(VirtualizationFacility facility) {
        this.facility = facility;
        this.configurations = new Configurations(facility);
    }

    /** From a definition to the one that a client wants. */
    @FunctionalInterface
    interface Change {
        /** The new definition, unless the client cannot have it. */
        DomainDefinition apply(DomainDefinition present) throws CimException;
    }

    /**
     * Checks that a configuration can be changed.
     *
     * @param what the parameter that names it
     * @throws CimException INVALID_PARAMETER: there is none; NOT_SUPPORTED: it is a state configuration
     */
    void requireChangeable(String what, ConfigurationId id) throws CimException {
        // whoever changes what the next start uses once makes it so
        if (!configurations.exists(id.isNext() ? id.defined() : id)) {
            throw CimException.invalidParameter(what + ": there is no configuration " + id.instanceId());
        } else if (id.isState()) {
            throw CimException.notSupported(
                    what + ": what is so now cannot be changed; change what the next start uses, "
                            + id.defined().instanceId());
        }
    }

    /**
     * Changes a defined configuration.
     *
     * @return what has become of it
     */
    DomainDefinition change(ConfigurationId id, Change change) throws CimException, FacilityException {
        try {
            if (id.isNext()) {
                facility.setNext(id.system(), present -> applied(change, present));
            } else {
                facility.redefine(id.system(), present -> applied(change, present));
            }
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof CimException refusal) {
                throw refusal;
            }
            throw e;
        }
        DomainDefinition changed = configurations.definition(id);
        if (changed == null) {
            throw CimException.invalidParameter("The virtual system " + id.system() + " is gone");
        }
        return changed;
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
