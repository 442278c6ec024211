package org.telvirt.providers.management;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;

/** Removes a virtual system; an active one is deactivated first. */
final class DestroySystem implements ManagementMethod {
    private final VirtualizationFacility facility;

    DestroySystem(VirtualizationFacility facility) {
        this.facility = facility;
    }

    @Override
    public CimName name() {
        return ManagementNames.DESTROY_SYSTEM;
    }

    @Override
    public @Nullable SystemId subject(Arguments arguments) {
        CimInstancePath path = arguments.reference(ManagementNames.AFFECTED_SYSTEM);
        return path == null ? null : SystemPath.id(path);
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        SystemId id = subject(arguments);
        if (id == null) {
            CimInstancePath path = arguments.reference(ManagementNames.AFFECTED_SYSTEM);
            throw CimException.invalidParameter("AffectedSystem is " + (path == null ? "NULL" : path)
                    + "; give the path of a Telvirt_ComputerSystem");
        }
        return Answers.of(facility.destroy(id));
    }
}
