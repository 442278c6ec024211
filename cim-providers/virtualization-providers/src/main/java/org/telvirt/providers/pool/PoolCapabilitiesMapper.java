package org.telvirt.providers.pool;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** What the pool configuration service can do; its arrays are of uint32, where those of its siblings are of uint16. */
final class PoolCapabilitiesMapper {
    /** CreateResourcePool, CreateChild, Delete, Add, Remove, ChangeParent. */
    private static final CimValue ALL = CimValues.uint32s(2, 3, 4, 5, 6, 7);

    private static final CimValue NONE = CimValues.uint32s();

    private PoolCapabilitiesMapper() {}

    static CimInstancePath path() {
        return CimInstancePath.of(
                PoolNames.TELVIRT_CAPABILITIES,
                ElementNames.INSTANCE_ID,
                OrgId.prefix("ResourcePoolConfigurationCapabilities"));
    }

    static CimInstance toInstance(HostSystem host) {
        return CimInstance.of(PoolNames.TELVIRT_CAPABILITIES)
                .withKeys(path())
                .with(ElementNames.ELEMENT_NAME, "Configuration of resource pools on " + host.name())
                .with(ElementNames.CAPTION, "Capabilities of resource pool configuration")
                .with(PoolNames.SYNCHRONOUS_METHODS_SUPPORTED, ALL)
                .with(PoolNames.ASYNCHRONOUS_METHODS_SUPPORTED, NONE)
                .at(path());
    }
}
