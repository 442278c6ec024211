package org.telvirt.providers.management;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Reconfiguration;

/** Changes resources in a defined configuration, and the next start has them so, or in the state one, now. */
final class ModifyResourceSettings implements ManagementMethod {
    private static final String PARAMETER = ManagementNames.RESOURCE_SETTINGS.toString();

    private final Reconfiguration reconfiguration;

    ModifyResourceSettings(Reconfiguration reconfiguration) {
        this.reconfiguration = reconfiguration;
    }

    @Override
    public CimName name() {
        return ManagementNames.MODIFY_RESOURCE_SETTINGS;
    }

    @Override
    public @Nullable SystemId subject(Arguments arguments) {
        for (CimInstance input : arguments.embeddeds(ManagementNames.RESOURCE_SETTINGS)) {
            ResourceId id = ResourceId.ofInstanceId(input.text(ElementNames.INSTANCE_ID));
            if (id != null) {
                return id.configuration().system();
            }
        }
        return null;
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        List<CimInstance> inputs = arguments.embeddeds(ManagementNames.RESOURCE_SETTINGS);
        List<ResourceId> ids = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String instanceId = inputs.get(i).text(ElementNames.INSTANCE_ID);
            ids.add(OneConfiguration.require(ResourceId.ofInstanceId(instanceId), PARAMETER, i, instanceId));
        }
        ConfigurationId configuration = OneConfiguration.of(ids, PARAMETER);
        reconfiguration.requireChangeable(PARAMETER, configuration);
        List<ResourceRequest> requests = ResourceRequest.all(PARAMETER, inputs);
        List<CimInstancePath> results = new ArrayList<>();
        Outcome outcome = reconfiguration.change(configuration, present -> {
            results.clear();
            return changed(present, ids, requests, results);
        });
        return outcome instanceof Outcome.Underway
                ? Answers.of(outcome)
                : Answers.completed(Results.resources(results));
    }

    private static DomainDefinition changed(
            DomainDefinition present,
            List<ResourceId> ids,
            List<ResourceRequest> requests,
            List<CimInstancePath> results)
            throws CimException {
        DomainDefinition changed = present;
        for (int i = 0; i < ids.size(); i++) {
            ResourceId id = ids.get(i);
            ResourceRequest request = requests.get(i);
            ResourceKind kind = request.kind();
            int index = kind.devices(changed).indexOf(id.device());
            if (index < 0) {
                throw request.settings().refuse("there is no " + kind.word() + " " + id.instanceId());
            }
            changed = request.change(changed, id.device());
            // its address may have changed, and with it its name
            String device = kind.devices(changed).get(index);
            results.add(new ResourceId(id.configuration(), device).path(kind));
        }
        return changed;
    }
}
