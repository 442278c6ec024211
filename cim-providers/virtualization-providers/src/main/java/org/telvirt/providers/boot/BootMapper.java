package org.telvirt.providers.boot;

import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.HostSystem;
import org.telvirt.providers.boot.BootConfigId.SourceId;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** Boot configurations, their sources and what can be done with them, as CIM says it. */
final class BootMapper {
    private static final int YES = 1;
    private static final int NO = 2;
    private static final int ONCE = 3;

    private static final int NOT_CHANGEABLE_PERSISTENT = 0;
    private static final int CHANGEABLE_TRANSIENT = 1;
    private static final int CHANGEABLE_PERSISTENT = 2;

    private static final int SETS_BOOT_USAGE = 5;
    private static final int BOOT_STRING = 2;
    private static final int STRUCTURED_BOOT_STRING = 4;

    private BootMapper() {}

    /**
     * A boot configuration.
     *
     * @param system the name of its virtual system
     */
    static CimInstance config(BootConfigId id, String system) {
        String word = id.isNext() ? "Next" : "Defined";
        return CimInstance.of(BootNames.TELVIRT_BOOT_CONFIG_SETTING)
                .withKeys(id.path())
                .with(ElementNames.ELEMENT_NAME, word + " boot configuration of " + system)
                .with(ElementNames.CAPTION, id.isNext() ? "Boots the next start" : "Boots every start")
                .with(BootNames.CONFIGURATION_NAME, word)
                .with(
                        BootNames.CHANGEABLE_TYPE,
                        CimValues.uint16(id.isNext() ? CHANGEABLE_TRANSIENT : CHANGEABLE_PERSISTENT))
                .at(id.path());
    }

    static CimInstance source(BootConfigId config, BootSource source) {
        CimInstancePath path = new SourceId(config, source.name()).path();
        return CimInstance.of(BootNames.TELVIRT_BOOT_SOURCE_SETTING)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, source.text())
                .with(ElementNames.CAPTION, "Boot source")
                .with(BootNames.BOOT_STRING, source.name())
                .with(BootNames.STRUCTURED_BOOT_STRING, source.structured())
                .with(BootNames.FAIL_THROUGH_SUPPORTED, CimValues.uint16(source.failsThrough() ? YES : NO))
                .with(BootNames.CHANGEABLE_TYPE, CimValues.uint16(NOT_CHANGEABLE_PERSISTENT))
                .at(path);
    }

    /** The place of a source in its boot configuration; 0: it is not booted from (CIM_OrderedComponent). */
    static List<CimProperty> place(int place) {
        return List.of(CimProperty.of(BootNames.ASSIGNED_SEQUENCE, CimValues.uint64(place)));
    }

    /**
     * The role of a boot configuration. The next start uses the one with IsNext 3, else the one with IsNext 1.
     *
     * @param hasNext whether the next start has a configuration of its own
     * @param isCurrent whether the present run was booted in the same order
     */
    static List<CimProperty> role(BootConfigId id, boolean hasNext, boolean isCurrent) {
        int isNext = id.isNext() ? hasNext ? ONCE : NO : YES;
        return List.of(
                CimProperty.of(BootNames.IS_DEFAULT, CimValues.uint16(id.isNext() ? NO : YES)),
                CimProperty.of(BootNames.IS_CURRENT, CimValues.uint16(isCurrent ? YES : NO)),
                CimProperty.of(BootNames.IS_NEXT, CimValues.uint16(isNext)));
    }

    static CimInstancePath capabilitiesPath() {
        return CimInstancePath.of(
                BootNames.TELVIRT_CAPABILITIES, ElementNames.INSTANCE_ID, OrgId.prefix("BootServiceCapabilities"));
    }

    static CimInstance capabilities(HostSystem host) {
        return CimInstance.of(BootNames.TELVIRT_CAPABILITIES)
                .withKeys(capabilitiesPath())
                .with(ElementNames.ELEMENT_NAME, "Boot control of virtual systems on " + host.name())
                .with(ElementNames.CAPTION, "Capabilities of boot control")
                .with(BootNames.BOOT_CONFIG_CAPABILITIES, CimValues.uint16s(SETS_BOOT_USAGE))
                .with(BootNames.BOOT_STRINGS_SUPPORTED, CimValues.uint16s(BOOT_STRING, STRUCTURED_BOOT_STRING))
                .at(capabilitiesPath());
    }
}
