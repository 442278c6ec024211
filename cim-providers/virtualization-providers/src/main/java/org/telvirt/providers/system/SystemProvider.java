package org.telvirt.providers.system;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.element.SystemPath;

/** Answers for virtual systems. Safe for use by many threads. */
final class SystemProvider implements InstanceProvider {
    private final VirtualizationFacility facility;

    SystemProvider(VirtualizationFacility facility) {
        this.facility = facility;
    }

    @Override
    public CimName className() {
        return SystemPath.TELVIRT_COMPUTER_SYSTEM;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(facility.systems()).map(this::instance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(facility.systems()).map(system -> SystemPath.of(system.id()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        VirtualSystem system = find(path);
        return system == null ? null : instance(system);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        return find(path) != null;
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        throw new CimException(
                CimStatus.NOT_SUPPORTED,
                "A virtual system is made by DefineSystem of CIM_VirtualSystemManagementService, which takes its settings");
    }

    /** Only the name can be changed; what is so anyway may be said, as clients send back what they read. */
    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        CimInstancePath path = Objects.requireNonNull(changes.path());
        VirtualSystem system = find(path);
        if (system == null) {
            throw CimException.notFound(path);
        }
        CimInstance present = instance(system);
        for (CimProperty property : changes.properties()) {
            boolean same = Objects.equals(property.value(), present.value(property.name()));
            if (!same && !property.name().equals(ElementNames.ELEMENT_NAME)) {
                throw CimException.invalidParameter(property.name() + " of a virtual system cannot be set; its state is"
                        + " changed by RequestStateChange, and what it is made of by ModifySystemSettings");
            }
        }
        rename(system, changes.text(ElementNames.ELEMENT_NAME), changes);
    }

    private void rename(VirtualSystem system, @Nullable String name, CimInstance changes) throws CimException {
        if (changes.property(ElementNames.ELEMENT_NAME) == null || system.name().equals(name)) {
            return;
        } else if (name == null) {
            throw CimException.invalidParameter("ElementName is NULL; a virtual system needs a name");
        }
        try {
            facility.redefine(system.id(), definition -> definition.withName(name));
        } catch (FacilityException e) {
            throw refused(e);
        }
    }

    /** Does what DestroySystem does, for clients that know only this way. */
    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        VirtualSystem system = find(path);
        if (system == null) {
            throw CimException.notFound(path);
        }
        try {
            if (facility.destroy(system.id()) instanceof Outcome.Underway underway) {
                throw new CimException(
                        CimStatus.FAILED,
                        "'" + system.name() + "' is still being removed, by the job "
                                + underway.job().id() + "; nothing has failed");
            }
        } catch (FacilityException e) {
            throw refused(e);
        }
    }

    private static CimException refused(FacilityException e) {
        return new CimException(ReturnValues.status(e.reason()), e.getMessage());
    }

    /** The virtual system at this path; null: there is none. */
    @Nullable
    VirtualSystem find(CimInstancePath path) {
        SystemId id = SystemPath.id(path);
        return id == null ? null : facility.system(id);
    }

    private CimInstance instance(VirtualSystem system) {
        return SystemMapper.toInstance(system, facility.availableTransitions(system.id()));
    }
}
