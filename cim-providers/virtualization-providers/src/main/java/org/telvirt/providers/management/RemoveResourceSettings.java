package org.telvirt.providers.management;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceKinds;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Reconfiguration;

/** Removes resources from a defined configuration, or from the state one, when its guest lets go of them. */
final class RemoveResourceSettings implements ManagementMethod {
    private static final String PARAMETER = ManagementNames.RESOURCE_SETTINGS.toString();

    private final Reconfiguration reconfiguration;

    RemoveResourceSettings(Reconfiguration reconfiguration) {
        this.reconfiguration = reconfiguration;
    }

    @Override
    public CimName name() {
        return ManagementNames.REMOVE_RESOURCE_SETTINGS;
    }

    @Override
    public @Nullable SystemId subject(Arguments arguments) {
        for (CimInstancePath path : arguments.references(ManagementNames.RESOURCE_SETTINGS)) {
            ResourceId id = ResourceId.of(path);
            if (id != null) {
                return id.configuration().system();
            }
        }
        return null;
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        List<CimInstancePath> paths = arguments.references(ManagementNames.RESOURCE_SETTINGS);
        List<ResourceId> ids = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            ids.add(OneConfiguration.require(ResourceId.of(paths.get(i)), PARAMETER, i, paths.get(i)));
        }
        ConfigurationId configuration = OneConfiguration.of(ids, PARAMETER);
        reconfiguration.requireChangeable(PARAMETER, configuration);
        return Answers.of(reconfiguration.change(configuration, present -> without(present, ids)));
    }

    private static DomainDefinition without(DomainDefinition present, List<ResourceId> ids) throws CimException {
        Set<String> devices = new HashSet<>();
        for (ResourceId id : ids) {
            ResourceKind kind = ResourceKinds.of(present, id.device());
            if (kind == null) {
                throw CimException.invalidParameter(PARAMETER + ": there is no resource " + id.instanceId());
            } else if (kind.isSingle()) {
                throw CimException.invalidParameter(PARAMETER + ": a virtual system always has " + kind.word()
                        + "; it can be changed by ModifyResourceSettings, not removed");
            }
            devices.add(id.device());
        }
        DomainDefinition left = present;
        for (ResourceKind kind : ResourceKinds.ALL) {
            left = kind.without(left, devices);
        }
        return left;
    }
}
