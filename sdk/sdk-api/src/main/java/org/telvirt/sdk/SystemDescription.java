package org.telvirt.sdk;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;

/**
 * A virtual system that is to be.
 *
 * @param settings of the system as a whole, a CIM_VirtualSystemSettingData or a subclass of it
 * @param resources what it consists of, CIM_ResourceAllocationSettingData or subclasses of it; what is not said is as the
 *     server likes
 */
public record SystemDescription(CimInstance settings, List<CimInstance> resources) {
    private static final CimName SETTINGS = CimName.of("CIM_VirtualSystemSettingData");

    /** Copies the resources. */
    public SystemDescription {
        resources = List.copyOf(resources);
    }

    /** One of this name, without any resources yet. */
    public static SystemDescription named(String name) {
        return new SystemDescription(
                CimInstance.of(SETTINGS).with(Names.ELEMENT_NAME, name).build(), List.of());
    }

    /** The same with one more resource. */
    public SystemDescription with(CimInstance resource) {
        List<CimInstance> more = new ArrayList<>(resources);
        more.add(resource);
        return new SystemDescription(settings, more);
    }
}
