package org.telvirt.providers.system;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.NameCapabilities;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.SystemPath;

/** The state changes that a virtual system allows, as CIM_EnabledLogicalElementCapabilities. */
final class SystemCapabilitiesMapper {
    static final CimName TELVIRT_CAPABILITIES = CimName.of("Telvirt_EnabledLogicalElementCapabilities");

    private static final String KIND = "StateCapabilities";
    private static final CimValue CAPTION = CimValues.text("State changes of a virtual system");
    /** RequestStateChange: changes behind our back are not in RequestedState, so Implicit is not said. */
    private static final CimValue STATE_AWARENESS = CimValues.uint16s(3);

    private SystemCapabilitiesMapper() {}

    static CimInstancePath path(SystemId id) {
        return CimInstancePath.of(TELVIRT_CAPABILITIES, ElementNames.INSTANCE_ID, OrgId.prefix(KIND + "/" + id));
    }

    /** The virtual system whose capabilities can be at this path; null: none can. */
    static @Nullable SystemId id(CimInstancePath path) {
        String local = OrgId.local(KIND, path.text(ElementNames.INSTANCE_ID));
        return local == null ? null : SystemPath.id(local);
    }

    /**
     * The capabilities.
     *
     * @param transitions that the engine offers
     */
    static CimInstance toInstance(VirtualSystem system, Set<Transition> transitions) {
        CimInstancePath path = path(system.id());
        CimInstance.Builder instance = CimInstance.of(TELVIRT_CAPABILITIES)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, system.name())
                .with(ElementNames.CAPTION, CAPTION)
                .with(CapabilitiesNames.REQUESTED_STATES_SUPPORTED, RequestedState.codes(transitions))
                .with(CapabilitiesNames.STATE_AWARENESS, STATE_AWARENESS);
        return NameCapabilities.addTo(instance).at(path);
    }
}
