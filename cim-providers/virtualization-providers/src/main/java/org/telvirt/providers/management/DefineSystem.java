package org.telvirt.providers.management;

import java.util.UUID;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.SettingsReader;

/** Defines a virtual system; one that is given no name gets one that tells no one anything. */
final class DefineSystem implements ManagementMethod {
    private static final String SYSTEM_SETTINGS = ManagementNames.SYSTEM_SETTINGS.toString();
    private static final String RESOURCE_SETTINGS = ManagementNames.RESOURCE_SETTINGS.toString();
    private final VirtualizationFacility facility;
    private final NewSystem newSystem;

    DefineSystem(VirtualizationFacility facility) {
        this.facility = facility;
        this.newSystem = new NewSystem(facility);
    }

    @Override
    public CimName name() {
        return ManagementNames.DEFINE_SYSTEM;
    }

    @Override
    public boolean hasInvalidState() {
        return false;
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        CimInstance system = arguments.embedded(ManagementNames.SYSTEM_SETTINGS);
        DomainDefinition definition = newSystem.definition(
                arguments.reference(ManagementNames.REFERENCE_CONFIGURATION),
                system == null ? null : new SettingsReader(system, SYSTEM_SETTINGS),
                ResourceRequest.all(RESOURCE_SETTINGS, arguments.embeddeds(ManagementNames.RESOURCE_SETTINGS)));
        return Answers.completed(
                Results.system(facility.define(named(definition)).id()));
    }

    private static DomainDefinition named(DomainDefinition definition) {
        if (!definition.name().isEmpty()) {
            return definition;
        }
        return definition.withName("vs-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
