package org.telvirt.providers.element;

import org.telvirt.cim.CimName;

/** The properties of CIM_ComputerSystem that hosts and virtual systems share. */
public final class SystemNames {
    public static final CimName DEDICATED = CimName.of("Dedicated");
    public static final CimName IDENTIFYING_DESCRIPTIONS = CimName.of("IdentifyingDescriptions");
    public static final CimName NAME_FORMAT = CimName.of("NameFormat");
    public static final CimName OTHER_IDENTIFYING_INFO = CimName.of("OtherIdentifyingInfo");

    private SystemNames() {}
}
