package org.telvirt.providers.host;

import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ScopedPath;

/**
 * A service of the host. It is there as long as Telvirt is, and cannot be stopped by itself.
 *
 * @param name among the services of its class
 * @param caption what it does, such as {@code Power control of virtual systems}
 */
public record HostedService(CimName className, String name, String caption) {
    private static final CimName CIM_HOSTED_SERVICE = CimName.of("CIM_HostedService");
    private static final CimName CIM_SERVICE_AFFECTS_ELEMENT = CimName.of("CIM_ServiceAffectsElement");
    private static final CimName AFFECTED_ELEMENT = CimName.of("AffectedElement");
    private static final CimName AFFECTING_ELEMENT = CimName.of("AffectingElement");
    private static final CimName ELEMENT_EFFECTS = CimName.of("ElementEffects");
    private static final CimName STARTED = CimName.of("Started");
    private static final int MANAGES = 5;

    /** Where it is. */
    public CimInstancePath path(HostSystem host) {
        return ScopedPath.of(HostMapper.path(host.uuid()), className, ElementNames.NAME, name);
    }

    /** What every service says. */
    public CimInstance.Builder describe(HostSystem host) {
        return CimInstance.of(className)
                .withKeys(path(host))
                .with(ElementNames.ELEMENT_NAME, caption + " on " + host.name())
                .with(ElementNames.CAPTION, caption)
                .with(ElementNames.ENABLED_STATE, CimValues.uint16(2))
                .with(ElementNames.REQUESTED_STATE, CimValues.uint16(12))
                .with(ElementNames.ENABLED_DEFAULT, CimValues.uint16(2))
                .with(ElementNames.TRANSITIONING_TO_STATE, CimValues.uint16(12))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(2))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(1))
                .with(STARTED, CimValues.bool(true));
    }

    /** The host and those services of it. */
    public static AssociationProvider hosting(InstanceProvider hosts, InstanceProvider services) {
        return Associations.of(CIM_HOSTED_SERVICE)
                .from(ElementNames.ANTECEDENT, hosts)
                .to(ElementNames.DEPENDENT, services)
                .everyToEvery();
    }

    /** Those services and everything that each of them manages. */
    public static AssociationProvider managing(InstanceProvider services, InstanceProvider elements) {
        return Associations.of(CIM_SERVICE_AFFECTS_ELEMENT)
                .from(AFFECTED_ELEMENT, elements)
                .to(AFFECTING_ELEMENT, services)
                .with(CimProperty.of(ELEMENT_EFFECTS, CimValues.uint16s(MANAGES)))
                .everyToEvery();
    }

    /** Each of those elements and its capabilities, which they share. */
    public static AssociationProvider capable(InstanceProvider elements, InstanceProvider capabilities) {
        return Associations.of(CapabilitiesNames.CIM_ELEMENT_CAPABILITIES)
                .from(CapabilitiesNames.MANAGED_ELEMENT, elements)
                .to(CapabilitiesNames.CAPABILITIES, capabilities)
                .everyToEvery();
    }
}
