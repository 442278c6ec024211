package org.telvirt.providers.resource;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.ConfigurationId;

/**
 * Names a resource in a configuration in InstanceIDs, such as {@code UUID/defined/disk/vda}.
 *
 * @param device names the resource in its configuration; the same resource has the same name in both of them
 */
public record ResourceId(ConfigurationId configuration, String device) {
    private static final String KIND = "RASD";

    /** The InstanceID of its settings. */
    public String instanceId() {
        return OrgId.prefix(KIND + "/" + configuration + "/" + device);
    }

    /** Where its settings are. */
    public CimInstancePath path(ResourceKind kind) {
        return CimInstancePath.of(kind.className(), ElementNames.INSTANCE_ID, instanceId());
    }

    /** The resource whose settings can be at this path; null: none can. */
    public static @Nullable ResourceId of(CimInstancePath path) {
        return ofInstanceId(path.text(ElementNames.INSTANCE_ID));
    }

    /** The resource whose settings can have this InstanceID; null: none can. */
    public static @Nullable ResourceId ofInstanceId(@Nullable String instanceId) {
        String local = OrgId.local(KIND, instanceId);
        int slash = local == null ? -1 : ConfigurationId.end(local);
        if (local == null || slash < 0) {
            return null;
        }
        ConfigurationId configuration = ConfigurationId.parse(local.substring(0, slash));
        return configuration == null ? null : new ResourceId(configuration, local.substring(slash + 1));
    }

    /** The same resource in another configuration. */
    ResourceId in(ConfigurationId other) {
        return new ResourceId(other, device);
    }

    /** The same resource as it is now. */
    ResourceId state() {
        return new ResourceId(configuration.state(), device);
    }
}
