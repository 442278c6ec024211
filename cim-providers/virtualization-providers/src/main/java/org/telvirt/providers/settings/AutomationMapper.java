package org.telvirt.providers.settings;

import java.time.Duration;
import java.util.Map;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Automation.StartAction;
import org.telvirt.hypervisor.definition.Automation.StopAction;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** What is done when the host starts and stops: AutomaticStartupAction and its like. */
final class AutomationMapper {
    private static final int MOST_16_BITS = 0xFFFF;

    private static final Coding<StartAction> START =
            new Coding<>(Map.of(StartAction.NONE, 2, StartAction.IF_PREVIOUSLY_ACTIVE, 3, StartAction.ALWAYS, 4));
    private static final Coding<StopAction> STOP =
            new Coding<>(Map.of(StopAction.TURN_OFF, 2, StopAction.SAVE, 3, StopAction.SHUT_DOWN, 4));

    private AutomationMapper() {}

    static void describe(CimInstance.Builder settings, Automation automation) {
        StopAction stop = automation.stop();
        settings.with(SettingsNames.AUTOMATIC_STARTUP_ACTION, START.value(automation.start()))
                .with(
                        SettingsNames.AUTOMATIC_STARTUP_ACTION_DELAY,
                        CimValues.dateTime(CimDateTime.of(automation.delay())))
                .with(
                        SettingsNames.AUTOMATIC_STARTUP_ACTION_SEQUENCE_NUMBER,
                        CimValues.uint16(Math.min(automation.sequence(), MOST_16_BITS)))
                .with(SettingsNames.AUTOMATIC_SHUTDOWN_ACTION, stop == null ? null : STOP.value(stop));
    }

    static DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        Automation present = definition.automation();
        int sequence = settings.countOr(
                SettingsNames.AUTOMATIC_STARTUP_ACTION_SEQUENCE_NUMBER, present.sequence(), MOST_16_BITS);
        boolean unchanged = sequence == MOST_16_BITS && present.sequence() > MOST_16_BITS;
        return definition.withAutomation(new Automation(
                start(present, settings),
                unchanged ? present.sequence() : sequence,
                delay(present, settings),
                STOP.read(settings, SettingsNames.AUTOMATIC_SHUTDOWN_ACTION, present.stop())));
    }

    /** 0 is none, as 2 is. */
    private static StartAction start(Automation present, SettingsReader settings) throws CimException {
        StartAction start = START.read(settings, SettingsNames.AUTOMATIC_STARTUP_ACTION, present.start());
        return start == null ? StartAction.NONE : start;
    }

    private static Duration delay(Automation present, SettingsReader settings) throws CimException {
        if (!(settings.value(SettingsNames.AUTOMATIC_STARTUP_ACTION_DELAY) instanceof CimValue.DateTime time)) {
            return present.delay();
        } else if (!time.value().isInterval()) {
            throw settings.refuse("AutomaticStartupActionDelay " + time.value() + " is no interval; give one such as"
                    + " 00000000000030.000000:000 for 30 seconds");
        }
        return time.value().toDuration();
    }
}
