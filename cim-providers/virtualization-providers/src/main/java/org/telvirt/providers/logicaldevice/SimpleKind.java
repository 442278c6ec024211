package org.telvirt.providers.logicaldevice;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;

/**
 * Kinds of devices that need no more than a list of names and a few properties (DSP1059).
 *
 * @param listed the DeviceIDs that a definition means
 * @param said what the definition says of each of them
 */
record SimpleKind(
        CimName className,
        String caption,
        @Nullable CimName settingsClass,
        Function<DomainDefinition, List<String>> listed,
        Function<DomainDefinition, List<CimProperty>> said)
        implements DeviceKind {

    private static final int MOUSE = 3;
    private static final int RS232 = 27;
    private static final int OPERATING_SYSTEM = 2;

    static final SimpleKind SERIAL_PORT = new SimpleKind(
            CimName.of("Telvirt_SerialController"),
            "Serial port",
            CimName.of("Telvirt_SerialPortAllocationSettingData"),
            definition -> numbered("serial/", definition.consoles().size()),
            definition -> List.of(CimProperty.of(DeviceNames.PROTOCOL_SUPPORTED, CimValues.uint16(RS232))));

    static final SimpleKind DISPLAY = new SimpleKind(
            CimName.of("Telvirt_DisplayController"),
            "Graphics adapter",
            CimName.of("Telvirt_GraphicsAllocationSettingData"),
            definition -> numbered("graphics/", definition.displays().size()),
            definition -> List.of());

    static final SimpleKind KEYBOARD = new SimpleKind(
            CimName.of("Telvirt_Keyboard"),
            "Keyboard",
            null,
            definition -> hasInput(definition) ? List.of("keyboard") : List.of(),
            definition -> List.of());

    static final SimpleKind MOUSE_DEVICE = new SimpleKind(
            CimName.of("Telvirt_PointingDevice"),
            "Mouse",
            null,
            definition -> hasInput(definition) ? List.of("mouse") : List.of(),
            definition -> List.of(CimProperty.of(DeviceNames.POINTING_TYPE, CimValues.uint16(MOUSE))));

    static final SimpleKind WATCHDOG = new SimpleKind(
            CimName.of("Telvirt_Watchdog"),
            "Watchdog",
            null,
            definition -> definition.faultPolicy().watchdog() == null ? List.of() : List.of("watchdog"),
            SimpleKind::watchdog);

    private static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    /** The PC comes with keyboard and mouse as soon as there is something to look at; other machines do not. */
    private static boolean hasInput(DomainDefinition definition) {
        String architecture = definition.platform().architecture();
        boolean isPc = "x86_64".equals(architecture) || "i686".equals(architecture);
        return isPc && !definition.displays().isEmpty();
    }

    private static List<CimProperty> watchdog(DomainDefinition definition) {
        CimProperty monitored = CimProperty.of(DeviceNames.MONITORED_ENTITY, CimValues.uint16(OPERATING_SYSTEM));
        Watchdog watchdog = definition.faultPolicy().watchdog();
        Integer action = watchdog == null ? null : action(watchdog);
        return action == null
                ? List.of(monitored)
                : List.of(monitored, CimProperty.of(DeviceNames.ACTION_ON_EXPIRATION, CimValues.uint16(action)));
    }

    /** ActionOnExpiration; null: it has no number for it. */
    private static @Nullable Integer action(Watchdog watchdog) {
        return switch (watchdog.action()) {
            case NONE -> 0;
            case RESET -> 1;
            case SHUTDOWN, POWEROFF -> 2;
            case INJECT_NMI -> 4;
            case PAUSE, DUMP -> null;
        };
    }

    @Override
    public List<String> names(DomainDefinition definition) {
        return listed.apply(definition);
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        instance.with(said.apply(definition));
    }
}
