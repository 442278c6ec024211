package org.telvirt.providers.management;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Reconfiguration;

/** Adds resources to a defined configuration, and the next start has them, or to the state one, which has them now. */
final class AddResourceSettings implements ManagementMethod {
    private static final String AFFECTED = ManagementNames.AFFECTED_CONFIGURATION.toString();
    private static final String PARAMETER = ManagementNames.RESOURCE_SETTINGS.toString();

    private final Reconfiguration reconfiguration;

    AddResourceSettings(Reconfiguration reconfiguration) {
        this.reconfiguration = reconfiguration;
    }

    @Override
    public CimName name() {
        return ManagementNames.ADD_RESOURCE_SETTINGS;
    }

    @Override
    public boolean hasInvalidState() {
        return false;
    }

    @Override
    public @Nullable SystemId subject(Arguments arguments) {
        ConfigurationId id = configuration(arguments);
        return id == null ? null : id.system();
    }

    private static @Nullable ConfigurationId configuration(Arguments arguments) {
        CimInstancePath path = arguments.reference(ManagementNames.AFFECTED_CONFIGURATION);
        return path == null ? null : ConfigurationId.of(path);
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        ConfigurationId id = configuration(arguments);
        if (id == null) {
            throw CimException.invalidParameter(
                    AFFECTED + " names no configuration; give the path of a Telvirt_VirtualSystemSettingData");
        }
        reconfiguration.requireChangeable(AFFECTED, id);
        List<ResourceRequest> requests =
                ResourceRequest.all(PARAMETER, arguments.embeddeds(ManagementNames.RESOURCE_SETTINGS));
        if (requests.isEmpty()) {
            throw CimException.invalidParameter(PARAMETER + " is empty; give one or more");
        }
        for (ResourceRequest request : requests) {
            if (request.kind().isSingle()) {
                throw request.settings()
                        .refuse("a virtual system has one setting of "
                                + request.kind().word() + "; change it by ModifyResourceSettings");
            }
        }
        return add(id, requests);
    }

    private MethodResult add(ConfigurationId id, List<ResourceRequest> requests)
            throws CimException, FacilityException {
        Additions additions = new Additions(requests);
        Outcome outcome = reconfiguration.change(id, additions);
        DomainDefinition after = outcome instanceof Outcome.Underway ? null : reconfiguration.definition(id);
        return after == null ? Answers.of(outcome) : Answers.completed(Results.resources(additions.paths(id, after)));
    }
}
