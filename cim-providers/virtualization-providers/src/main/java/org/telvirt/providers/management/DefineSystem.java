package org.telvirt.providers.management;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.allocation.AllocationDefaults;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;
import org.telvirt.providers.settings.SettingsReader;
import org.telvirt.providers.settings.SystemSettingsMapper;

/**
 * Defines a virtual system. What the input leaves open comes from the reference configuration; what that does not have,
 * or without one, is as the default allocation capabilities say (one processor, 512 MiB), a name that tells no one anything,
 * and as the engine likes.
 */
final class DefineSystem implements ManagementMethod {
    private static final String SYSTEM_SETTINGS = ManagementNames.SYSTEM_SETTINGS.toString();
    private static final String RESOURCE_SETTINGS = ManagementNames.RESOURCE_SETTINGS.toString();
    private final VirtualizationFacility facility;
    private final Configurations configurations;

    DefineSystem(VirtualizationFacility facility) {
        this.facility = facility;
        this.configurations = new Configurations(facility);
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
    public @Nullable SystemId subject(Arguments arguments) {
        return null;
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        List<ResourceRequest> requests =
                ResourceRequest.all(RESOURCE_SETTINGS, arguments.embeddeds(ManagementNames.RESOURCE_SETTINGS));
        refuseSecondSingles(requests);
        DomainDefinition start = start(arguments, requests);
        CimInstance system = arguments.embedded(ManagementNames.SYSTEM_SETTINGS);
        DomainDefinition definition =
                system == null ? start : SystemSettingsMapper.apply(new SettingsReader(system, SYSTEM_SETTINGS), start);
        for (ResourceRequest request : requests) {
            definition = request.addTo(definition);
        }
        return Answers.completed(
                Results.system(facility.define(named(definition)).id()));
    }

    private static void refuseSecondSingles(List<ResourceRequest> requests) throws CimException {
        Map<ResourceKind, Integer> seen = new HashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            ResourceRequest request = requests.get(i);
            Integer first = request.kind().isSingle() ? seen.putIfAbsent(request.kind(), i) : null;
            if (first != null) {
                throw request.settings()
                        .refuse(request.kind().word() + " has been set by " + RESOURCE_SETTINGS + "[" + first
                                + "]; give one setting with all of it");
            }
        }
    }

    private DomainDefinition start(Arguments arguments, List<ResourceRequest> requests) throws CimException {
        CimInstancePath path = arguments.reference(ManagementNames.REFERENCE_CONFIGURATION);
        if (path == null) {
            return AllocationDefaults.system();
        }
        ConfigurationId id = ConfigurationId.of(path);
        DomainDefinition reference = id == null ? null : configurations.definition(id);
        if (reference == null) {
            throw CimException.invalidParameter(ManagementNames.REFERENCE_CONFIGURATION + ": there is no configuration "
                    + path + "; give the path of a Telvirt_VirtualSystemSettingData");
        }
        DomainDefinition start = ReferenceConfiguration.forNewSystem(reference);
        for (ResourceRequest request : requests) {
            start = request.kind().without(start, request.kind().devices(start));
        }
        return start;
    }

    private static DomainDefinition named(DomainDefinition definition) {
        if (!definition.name().isEmpty()) {
            return definition;
        }
        return definition.withName("vs-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
