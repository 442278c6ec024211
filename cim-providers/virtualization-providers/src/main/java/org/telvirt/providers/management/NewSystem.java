package org.telvirt.providers.management;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.allocation.AllocationDefaults;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;
import org.telvirt.providers.settings.SettingsReader;
import org.telvirt.providers.settings.SystemSettingsMapper;

/**
 * What a client says of a system that is not there yet. What the input leaves open comes from the reference configuration;
 * what that does not have, or without one, is as the default allocation capabilities say (one processor, 512 MiB) and as the
 * engine likes.
 */
final class NewSystem {
    private static final String RESOURCE_SETTINGS = ManagementNames.RESOURCE_SETTINGS.toString();

    private final Configurations configurations;

    NewSystem(VirtualizationFacility facility) {
        this.configurations = new Configurations(facility);
    }

    /**
     * Its definition, without a name if none was given.
     *
     * @param reference the path of a configuration to begin with; null: none
     * @param system what was said of it as a whole; null: nothing
     * @param resources what it shall consist of
     * @throws CimException INVALID_PARAMETER or NOT_SUPPORTED
     */
    DomainDefinition definition(
            @Nullable CimInstancePath reference, @Nullable SettingsReader system, List<ResourceRequest> resources)
            throws CimException {
        refuseSecondSingles(resources);
        DomainDefinition start = start(reference, resources);
        DomainDefinition definition = system == null ? start : SystemSettingsMapper.apply(system, start);
        for (ResourceRequest request : resources) {
            definition = request.addTo(definition);
        }
        return definition;
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

    private DomainDefinition start(@Nullable CimInstancePath path, List<ResourceRequest> requests) throws CimException {
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
}
