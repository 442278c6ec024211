package org.telvirt.providers.rig;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceKinds;
import org.telvirt.providers.resource.ResourceRequest;

/** Takes settings into definitions as the methods do. */
public final class ResourceSettings {
    public static final DomainDefinition EMPTY =
            DomainDefinition.named("vm", Processors.of(1), Memory.of(ByteSize.ofMebibytes(512)));

    private ResourceSettings() {}

    /** The definition with one more resource. */
    public static DomainDefinition add(DomainDefinition definition, Settings settings) throws CimException {
        return request(settings.build()).addTo(definition);
    }

    /** The definition with a resource changed. */
    public static DomainDefinition change(DomainDefinition definition, String device, Settings settings)
            throws CimException {
        return request(settings.build()).change(definition, device);
    }

    public static ResourceRequest request(CimInstance settings) throws CimException {
        return ResourceRequest.all("ResourceSettings", List.of(settings)).get(0);
    }

    /** What is said of a resource of a definition. */
    public static CimInstance describe(DomainDefinition definition, String device) {
        ResourceKind kind = ResourceKinds.of(definition, device);
        CimInstance.Builder settings = CimInstance.of(kind.className());
        kind.describe(settings, definition, device);
        return settings.build();
    }
}
