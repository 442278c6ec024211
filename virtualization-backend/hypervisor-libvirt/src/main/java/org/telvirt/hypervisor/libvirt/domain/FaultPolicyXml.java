package org.telvirt.hypervisor.libvirt.domain;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.definition.FaultPolicy.Action;
import org.telvirt.hypervisor.definition.FaultPolicy.PanicDevice;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;
import org.telvirt.hypervisor.definition.FaultPolicy.Watchdog;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogAction;
import org.telvirt.hypervisor.definition.FaultPolicy.WatchdogModel;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** {@code <on_crash>} and its like, {@code <watchdog>}, {@code <panic>}, and a note of what libvirt has no word for. */
final class FaultPolicyXml {
    private static final String NOTE = "faults";
    private static final String ON_SHUTDOWN_TIMEOUT = "onShutdownTimeout";

    private FaultPolicyXml() {}

    static FaultPolicy read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        return new FaultPolicy(
                action(domain, "on_crash"),
                action(domain, "on_poweroff"),
                action(domain, "on_reboot"),
                devices == null ? null : watchdog(devices),
                devices == null ? null : panic(devices),
                fallback(domain));
    }

    private static @Nullable Action action(XmlElement domain, String event) {
        String word = domain.textOf(event);
        return word == null ? null : constant(Action.class, word);
    }

    private static @Nullable ShutdownFallback fallback(XmlElement domain) {
        String word = Notes.get(domain, NOTE, ON_SHUTDOWN_TIMEOUT);
        return word == null ? null : constant(ShutdownFallback.class, word);
    }

    private static @Nullable Watchdog watchdog(XmlElement devices) {
        String model = devices.get("watchdog", "model");
        String action = devices.get("watchdog", "action");
        return model == null
                ? null
                : new Watchdog(
                        constant(WatchdogModel.class, model),
                        action == null ? WatchdogAction.RESET : constant(WatchdogAction.class, action));
    }

    private static @Nullable PanicDevice panic(XmlElement devices) {
        String model = devices.get("panic", "model");
        if (model == null) {
            return devices.child("panic") == null ? null : PanicDevice.ISA;
        }
        for (PanicDevice device : PanicDevice.values()) {
            if (word(device).equals(model)) {
                return device;
            }
        }
        return null;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Enum<?> constant) {
        return DomainXml.word(constant).replace('_', '-');
    }

    static void edit(Edit edit, FaultPolicy present, FaultPolicy wanted) {
        if (present.equals(wanted)) {
            return;
        }
        put(edit.domain(), "on_poweroff", present.onPowerOff(), wanted.onPowerOff());
        put(edit.domain(), "on_reboot", present.onReboot(), wanted.onReboot());
        put(edit.domain(), "on_crash", present.onCrash(), wanted.onCrash());
        ShutdownFallback fallback = wanted.onShutdownTimeout();
        if (present.onShutdownTimeout() != fallback) {
            Notes.put(edit.domain(), NOTE, ON_SHUTDOWN_TIMEOUT, fallback == null ? null : word(fallback));
        }
        XmlElement devices = edit.devices();
        Watchdog watchdog = wanted.watchdog();
        if (watchdog == null && present.watchdog() != null) {
            devices.drop("watchdog");
        } else if (watchdog != null && !watchdog.equals(present.watchdog())) {
            put(devices, present.watchdog(), watchdog);
        }
        PanicDevice panic = wanted.panicDevice();
        if (!Objects.equals(present.panicDevice(), panic)) {
            devices.drop("panic");
            if (panic != null) {
                devices.add(XmlElement.of("panic").set("model", word(panic)));
            }
        }
    }

    /** What is left to the engine stays as it is. */
    private static void put(XmlElement domain, String event, @Nullable Action present, @Nullable Action wanted) {
        if (wanted != null && wanted != present) {
            domain.write(event, word(wanted));
        }
    }

    private static void put(XmlElement devices, @Nullable Watchdog present, Watchdog wanted) {
        XmlElement element = devices.make("watchdog");
        if (present != null && present.model() != wanted.model()) {
            element.drop("address"); // of the other model's bus
        }
        element.set("model", word(wanted.model())).set("action", word(wanted.action()));
    }
}
