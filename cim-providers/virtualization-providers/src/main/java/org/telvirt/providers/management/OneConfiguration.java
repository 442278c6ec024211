package org.telvirt.providers.management;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.settings.ConfigurationId;

/** One call changes one configuration: only so can it be all or nothing. */
final class OneConfiguration {
    private OneConfiguration() {}

    /**
     * The resource that an element of a parameter names.
     *
     * @param id null: it names none
     * @param text what it says instead, for the message
     */
    static ResourceId require(@Nullable ResourceId id, String parameter, int index, @Nullable Object text)
            throws CimException {
        if (id == null) {
            throw CimException.invalidParameter(parameter + "[" + index + "]: "
                    + (text == null ? "a NULL InstanceID" : text) + " names no resource; give the"
                    + " InstanceID of its settings in the defined configuration");
        }
        return id;
    }

    /** The configuration that the resources have in common. */
    static ConfigurationId of(List<ResourceId> ids, String parameter) throws CimException {
        if (ids.isEmpty()) {
            throw CimException.invalidParameter(parameter + " is empty; give one or more");
        }
        ConfigurationId first = ids.get(0).configuration();
        for (ResourceId id : ids) {
            if (!id.configuration().equals(first)) {
                throw CimException.invalidParameter(parameter + ": " + first.instanceId() + " and "
                        + id.configuration().instanceId() + " are two configurations; change one in a call");
            }
        }
        return first;
    }
}
