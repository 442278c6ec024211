package org.telvirt.providers.management;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceRequest;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Reconfiguration;

/** Adds resources to a definition and finds them again in what the engine made of it, which may have named them. */
final class Additions implements Reconfiguration.Change {
    private final List<ResourceRequest> requests;
    private final List<String> asked = new ArrayList<>();
    private @Nullable DomainDefinition before;

    Additions(List<ResourceRequest> requests) {
        this.requests = requests;
    }

    @Override
    public DomainDefinition apply(DomainDefinition present) throws CimException {
        before = present;
        asked.clear();
        DomainDefinition changed = present;
        for (ResourceRequest request : requests) {
            changed = request.addTo(changed);
            List<String> devices = request.kind().devices(changed);
            asked.add(devices.get(devices.size() - 1));
        }
        return changed;
    }

    /** Where the settings of the new resources are, in the order of the requests. */
    List<CimInstancePath> paths(ConfigurationId id, DomainDefinition after) {
        String[] names = new String[requests.size()];
        for (ResourceKind kind :
                requests.stream().map(ResourceRequest::kind).distinct().toList()) {
            nameThoseOf(kind, fresh(kind, after), names);
        }
        List<CimInstancePath> paths = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null) {
                paths.add(new ResourceId(id, names[i]).path(requests.get(i).kind()));
            }
        }
        return paths;
    }

    private List<String> fresh(ResourceKind kind, DomainDefinition after) {
        List<String> fresh = new ArrayList<>(kind.devices(after));
        if (before != null) {
            fresh.removeAll(kind.devices(before));
        }
        return fresh;
    }

    /** Those that were asked for by name have it; the others have the names that are left, in order. */
    private void nameThoseOf(ResourceKind kind, List<String> fresh, @Nullable String[] names) {
        for (int i = 0; i < names.length; i++) {
            if (requests.get(i).kind() == kind && fresh.remove(asked.get(i))) {
                names[i] = asked.get(i);
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (requests.get(i).kind() == kind && names[i] == null && !fresh.isEmpty()) {
                names[i] = fresh.remove(0);
            }
        }
    }
}
