package org.telvirt.providers.settings;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.Action;
import org.telvirt.hypervisor.definition.FaultPolicy.PanicDevice;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogAction;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;

/**
 * What is done when a guest fails or ends. AutomaticRecoveryAction is what the standard knows of CrashAction: whether the
 * system begins anew.
 */
final class FaultPolicyMapper {
    private static final int NONE = 2;
    private static final int RESTART = 3;

    private static final Coding<Action> ACTIONS = new Coding<>(Map.of(
            Action.DESTROY, 2,
            Action.RESTART, 3,
            Action.PRESERVE, 4,
            Action.RENAME_RESTART, 5,
            Action.COREDUMP_DESTROY, 6,
            Action.COREDUMP_RESTART, 7));
    private static final Coding<WatchdogModel> MODELS = new Coding<>(Map.of(
            WatchdogModel.I6300ESB, 2,
            WatchdogModel.IB700, 3,
            WatchdogModel.ITCO, 4,
            WatchdogModel.DIAG288, 5));
    private static final Coding<WatchdogAction> WATCHDOG_ACTIONS = new Coding<>(Map.of(
            WatchdogAction.RESET, 2,
            WatchdogAction.SHUTDOWN, 3,
            WatchdogAction.POWEROFF, 4,
            WatchdogAction.PAUSE, 5,
            WatchdogAction.NONE, 6,
            WatchdogAction.DUMP, 7,
            WatchdogAction.INJECT_NMI, 8));
    private static final Coding<PanicDevice> PANIC_DEVICES = new Coding<>(Map.of(
            PanicDevice.ISA, 2,
            PanicDevice.PSERIES, 3,
            PanicDevice.HYPERV, 4,
            PanicDevice.S390, 5));

    private static final Coding<ShutdownFallback> SHUTDOWN_FALLBACKS = new Coding<>(Map.of(
            ShutdownFallback.FAIL, 2,
            ShutdownFallback.TURN_OFF, 3));

    private FaultPolicyMapper() {}

    static void describe(CimInstance.Builder settings, FaultPolicy policy) {
        Watchdog watchdog = policy.watchdog();
        settings.with(SettingsNames.AUTOMATIC_RECOVERY_ACTION, recovery(policy.onCrash()))
                .with(SettingsNames.CRASH_ACTION, ACTIONS.value(policy.onCrash()))
                .with(SettingsNames.POWER_OFF_ACTION, ACTIONS.value(policy.onPowerOff()))
                .with(SettingsNames.REBOOT_ACTION, ACTIONS.value(policy.onReboot()))
                .with(SettingsNames.WATCHDOG_MODEL, MODELS.value(watchdog == null ? null : watchdog.model()))
                .with(
                        SettingsNames.WATCHDOG_ACTION,
                        WATCHDOG_ACTIONS.value(watchdog == null ? null : watchdog.action()))
                .with(SettingsNames.PANIC_DEVICE, PANIC_DEVICES.value(policy.panicDevice()))
                .with(SettingsNames.SHUTDOWN_TIMEOUT_ACTION, SHUTDOWN_FALLBACKS.value(policy.onShutdownTimeout()));
    }

    private static @Nullable CimValue recovery(@Nullable Action onCrash) {
        return onCrash == null ? null : CimValues.uint16(restarts(onCrash) ? RESTART : NONE);
    }

    private static boolean restarts(Action action) {
        return action == Action.RESTART || action == Action.RENAME_RESTART || action == Action.COREDUMP_RESTART;
    }

    static DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        FaultPolicy policy = definition.faultPolicy();
        return definition.withFaultPolicy(new FaultPolicy(
                onCrash(policy.onCrash(), settings),
                ACTIONS.read(settings, SettingsNames.POWER_OFF_ACTION, policy.onPowerOff()),
                ACTIONS.read(settings, SettingsNames.REBOOT_ACTION, policy.onReboot()),
                watchdog(policy.watchdog(), settings),
                PANIC_DEVICES.read(settings, SettingsNames.PANIC_DEVICE, policy.panicDevice()),
                SHUTDOWN_FALLBACKS.read(settings, SettingsNames.SHUTDOWN_TIMEOUT_ACTION, policy.onShutdownTimeout())));
    }

    /** Both properties show the action, and a client that read them may have changed just one of them. */
    private static @Nullable Action onCrash(@Nullable Action present, SettingsReader settings) throws CimException {
        Action exact = ACTIONS.read(settings, SettingsNames.CRASH_ACTION, present);
        Action coarse = coarse(present, settings);
        if (coarse == null || coarse == present) {
            return exact;
        } else if (exact == null || exact == present) {
            return coarse;
        } else if (restarts(exact) == restarts(coarse)) {
            return exact;
        }
        throw settings.refuse("AutomaticRecoveryAction and CrashAction " + exact + " contradict each other; give one");
    }

    private static @Nullable Action coarse(@Nullable Action present, SettingsReader settings) throws CimException {
        BigInteger recovery = settings.number(SettingsNames.AUTOMATIC_RECOVERY_ACTION);
        if (recovery == null) {
            return present;
        } else if (!recovery.equals(BigInteger.valueOf(NONE)) && !recovery.equals(BigInteger.valueOf(RESTART))) {
            throw settings.refuse(
                    "AutomaticRecoveryAction " + recovery + " cannot be had here; give 2 (None) or 3" + " (Restart)");
        }
        boolean restart = recovery.intValue() == RESTART;
        if (present == null ? !restart : restarts(present) == restart) {
            return present;
        }
        return restart ? Action.RESTART : Action.DESTROY;
    }

    private static @Nullable Watchdog watchdog(@Nullable Watchdog present, SettingsReader settings)
            throws CimException {
        WatchdogModel model =
                MODELS.read(settings, SettingsNames.WATCHDOG_MODEL, present == null ? null : present.model());
        WatchdogAction action = WATCHDOG_ACTIONS.read(
                settings, SettingsNames.WATCHDOG_ACTION, present == null ? null : present.action());
        if (model == null) {
            if (present == null && action != null) {
                throw settings.refuse("WatchdogAction needs WatchdogModel, such as 2 (I6300ESB)");
            }
            return null;
        }
        return new Watchdog(model, action == null ? WatchdogAction.RESET : action);
    }
}
