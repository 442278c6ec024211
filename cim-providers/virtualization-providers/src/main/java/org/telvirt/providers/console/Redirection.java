package org.telvirt.providers.console;

import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.host.HostedService;

/**
 * The service that makes consoles of one sort reachable, and what it can do. Its sessions are the engine's, so it neither
 * counts nor limits them.
 */
record Redirection(InstanceProvider service, InstanceProvider capabilities) {
    private static final int TEXT = 2;
    private static final int KVM = 3;
    private static final int EXCLUSIVE = 2;
    private static final int SHARED = 3;

    /** Of graphical consoles. */
    static Redirection graphical(VirtualizationFacility facility) {
        HostedService service = new HostedService(
                ConsoleNames.TELVIRT_KVM_SERVICE, "KVMRedirectionService", "Graphical consoles of virtual systems");
        return of(facility, service, KVM, SHARED, ConsoleNames.TELVIRT_KVM_CAPABILITIES);
    }

    /** Of serial ports. */
    static Redirection text(VirtualizationFacility facility) {
        HostedService service = new HostedService(
                ConsoleNames.TELVIRT_TEXT_SERVICE, "TextRedirectionService", "Text consoles of virtual systems");
        return of(facility, service, TEXT, EXCLUSIVE, ConsoleNames.TELVIRT_TEXT_CAPABILITIES);
    }

    private static Redirection of(
            VirtualizationFacility facility, HostedService service, int type, int sharing, CimName capabilities) {
        CimInstancePath path = CimInstancePath.of(
                capabilities, ElementNames.INSTANCE_ID, OrgId.prefix(service.name() + "Capabilities"));
        return new Redirection(
                new SoleInstance(
                        service.className(),
                        () -> service.path(facility.host()),
                        () -> describe(service, facility.host(), type, sharing)),
                new SoleInstance(capabilities, () -> path, () -> describe(path, service.caption(), sharing)));
    }

    private static CimInstance describe(HostedService service, HostSystem host, int type, int sharing) {
        return service.describe(host)
                .with(ConsoleNames.REDIRECTION_SERVICE_TYPE, CimValues.uint16s(type))
                .with(ConsoleNames.SHARING_MODE, CimValues.uint16(sharing))
                .at(service.path(host));
    }

    private static CimInstance describe(CimInstancePath path, String caption, int sharing) {
        return CimInstance.of(path.className())
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, caption)
                .with(ElementNames.CAPTION, "Capabilities of console redirection")
                .with(ConsoleNames.SHARING_MODE_SUPPORTED, CimValues.uint16s(sharing))
                .with(CapabilitiesNames.ELEMENT_NAME_EDIT_SUPPORTED, CimValues.bool(false))
                .with(CapabilitiesNames.REQUESTED_STATES_SUPPORTED, CimValues.uint16s())
                .at(path);
    }

    /**
     * What the service has to do with others.
     *
     * @param points all of which are reached by the service
     */
    List<AssociationProvider> associations(InstanceProvider hosts, InstanceProvider systems, InstanceProvider points) {
        AssociationProvider access = Associations.of(ConsoleNames.CIM_SERVICE_ACCESS_BY_SAP)
                .from(ElementNames.ANTECEDENT, service)
                .to(ElementNames.DEPENDENT, points)
                .everyToEvery();
        return List.of(
                HostedService.hosting(hosts, service),
                HostedService.managing(service, systems),
                HostedService.capable(service, capabilities),
                access);
    }
}
