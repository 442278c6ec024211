package org.telvirt.facility;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostFeature;

/**
 * The devices of the machine, read when someone asks and kept for a minute, since not every engine tells of changes. Safe
 * for use by many threads.
 */
final class MachineDevices {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String NO_PARENT = "computer";
    private static final String NO_ADDRESS = "00:00:00:00:00:00";

    private final Hypervisor engine;
    private final InstantSource clock;
    private List<MachineDevice> devices = List.of();
    private @Nullable Instant read;

    MachineDevices(Hypervisor engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Those that there are; as they were, while the engine does not answer. */
    synchronized List<MachineDevice> list() {
        Instant now = clock.instant();
        if (read == null || read.plus(KEPT).isBefore(now)) {
            try {
                devices = engine.inventory().offers(HostFeature.DEVICES)
                        ? devices(engine.inventory().devices())
                        : List.of();
                read = now;
            } catch (HypervisorException e) {
                // the next one who asks tries again
                return devices;
            }
        }
        return devices;
    }

    private static List<MachineDevice> devices(List<HostDevice> all) {
        List<MachineDevice> devices = new ArrayList<>();
        for (HostDevice device : all) {
            MachineDevice.Kind kind = kind(device);
            if (kind != null) {
                devices.add(new MachineDevice(
                        device.name(), kind, device.vendor(), device.product(), device.node(), device.address()));
            }
        }
        return List.copyOf(devices);
    }

    /** Bridges, taps and loops are software, and have no parent. */
    private static MachineDevice.@Nullable Kind kind(HostDevice device) {
        return switch (device.kind()) {
            case STORAGE -> MachineDevice.Kind.DISK;
            case NETWORK ->
                device.parent() == null
                                || device.parent().equals(NO_PARENT)
                                || device.address() == null
                                || device.address().equals(NO_ADDRESS)
                        ? null
                        : MachineDevice.Kind.NETWORK_PORT;
            case PCI, USB, OTHER -> null;
        };
    }
}
