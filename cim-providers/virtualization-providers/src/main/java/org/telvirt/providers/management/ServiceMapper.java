package org.telvirt.providers.management;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.HostSystem;
import org.telvirt.providers.element.RunningService;

/** The management service of a host. */
final class ServiceMapper {
    private static final RunningService SERVICE = new RunningService(
            ManagementNames.TELVIRT_SERVICE, "VirtualSystemManagementService", "Management of virtual systems");

    private ServiceMapper() {}

    static CimInstancePath path(HostSystem host) {
        return SERVICE.path(host);
    }

    static CimInstance toInstance(HostSystem host) {
        return SERVICE.toInstance(host);
    }
}
