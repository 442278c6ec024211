package org.telvirt.hypervisor.definition;

import org.jspecify.annotations.Nullable;

/**
 * What the engine does when a domain fails or ends; null: as the engine likes.
 *
 * @param onCrash when its guest fails
 * @param onPowerOff when its guest ends
 * @param onReboot when its guest begins anew
 * @param watchdog null: none
 * @param panicDevice by which its guest tells that it failed; null: none
 * @param onShutdownTimeout when its guest was asked to shut down and has not done so in time; the engine keeps it, and what
 *     is done is done above; null: not said, which is FAIL
 */
public record FaultPolicy(
        @Nullable Action onCrash,
        @Nullable Action onPowerOff,
        @Nullable Action onReboot,
        @Nullable Watchdog watchdog,
        @Nullable PanicDevice panicDevice,
        @Nullable ShutdownFallback onShutdownTimeout) {
    /** As the engine likes, without a watchdog. */
    public static final FaultPolicy DEFAULT = new FaultPolicy(null, null, null, null, null, null);

    public FaultPolicy withOnCrash(@Nullable Action other) {
        return new FaultPolicy(other, onPowerOff, onReboot, watchdog, panicDevice, onShutdownTimeout);
    }

    public FaultPolicy withOnPowerOff(@Nullable Action other) {
        return new FaultPolicy(onCrash, other, onReboot, watchdog, panicDevice, onShutdownTimeout);
    }

    public FaultPolicy withOnReboot(@Nullable Action other) {
        return new FaultPolicy(onCrash, onPowerOff, other, watchdog, panicDevice, onShutdownTimeout);
    }

    public FaultPolicy withWatchdog(@Nullable Watchdog other) {
        return new FaultPolicy(onCrash, onPowerOff, onReboot, other, panicDevice, onShutdownTimeout);
    }

    public FaultPolicy withPanicDevice(@Nullable PanicDevice other) {
        return new FaultPolicy(onCrash, onPowerOff, onReboot, watchdog, other, onShutdownTimeout);
    }

    public FaultPolicy withOnShutdownTimeout(@Nullable ShutdownFallback other) {
        return new FaultPolicy(onCrash, onPowerOff, onReboot, watchdog, panicDevice, other);
    }

    /** What becomes of the domain. */
    public enum Action {
        /** It ends. */
        DESTROY,
        /** It begins anew. */
        RESTART,
        /** It is kept as it is, for inspection. */
        PRESERVE,
        /** It begins anew under another name. */
        RENAME_RESTART,
        /** Its memory is written to disk and it ends; only of a crash. */
        COREDUMP_DESTROY,
        /** Its memory is written to disk and it begins anew; only of a crash. */
        COREDUMP_RESTART;

        /** Whether it makes sense of a crash alone. */
        public boolean isOfCrash() {
            return this == COREDUMP_DESTROY || this == COREDUMP_RESTART;
        }
    }

    /** What becomes of a domain whose guest was asked to shut down and has not done so in time. */
    public enum ShutdownFallback {
        /** It goes on as it is, and the shutdown has failed. */
        FAIL,
        /** Its plug is pulled. */
        TURN_OFF
    }

    /** The watchdogs that guests have drivers for. */
    public enum WatchdogModel {
        I6300ESB,
        IB700,
        ITCO,
        DIAG288
    }

    /** What is done when the guest has not reset its watchdog in time. */
    public enum WatchdogAction {
        /** The domain is reset. */
        RESET,
        /** The guest is asked to shut down. */
        SHUTDOWN,
        /** The domain ends. */
        POWEROFF,
        /** The domain stands still. */
        PAUSE,
        /** It is told to listeners and nothing more. */
        NONE,
        /** The memory of the guest is written to disk. */
        DUMP,
        /** The guest gets a non-maskable interrupt. */
        INJECT_NMI
    }

    /** A watchdog of the guest. */
    public record Watchdog(WatchdogModel model, WatchdogAction action) {}

    /** The devices by which guests tell that they failed. */
    public enum PanicDevice {
        ISA,
        PSERIES,
        HYPERV,
        S390
    }
}
