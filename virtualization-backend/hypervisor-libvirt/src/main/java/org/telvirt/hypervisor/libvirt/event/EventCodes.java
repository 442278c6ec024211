package org.telvirt.hypervisor.libvirt.event;

import java.util.List;
import org.telvirt.hypervisor.DomainOccurrence.FaultAction;
import org.telvirt.hypervisor.DomainOccurrence.GraphicsPhase;
import org.telvirt.hypervisor.DomainOccurrence.WorkPhase;
import org.telvirt.hypervisor.HostEvent.Change;

/** The numbers in libvirt's events in the words of the port. What a newer libvirt adds is taken for the first. */
final class EventCodes {
    /** Of virDomainEventWatchdogAction: none, pause, reset, power off, shut down, debug, inject an NMI. */
    private static final List<FaultAction> WATCHDOG = List.of(
            FaultAction.NONE,
            FaultAction.PAUSED,
            FaultAction.RESET,
            FaultAction.STOPPED,
            FaultAction.SHUT_DOWN,
            FaultAction.NONE,
            FaultAction.REPORTED);

    /** Of virDomainEventIOErrorAction. */
    private static final List<FaultAction> DISK = List.of(FaultAction.NONE, FaultAction.PAUSED, FaultAction.REPORTED);

    /** Of virDomainEventMemoryFailureActionType: ignore, inject, fatal, reset. */
    private static final List<FaultAction> MEMORY =
            List.of(FaultAction.NONE, FaultAction.REPORTED, FaultAction.STOPPED, FaultAction.RESET);

    private static final List<GraphicsPhase> GRAPHICS =
            List.of(GraphicsPhase.CONNECTED, GraphicsPhase.ADMITTED, GraphicsPhase.DISCONNECTED);

    /** Of virConnectDomainEventBlockJobStatus. */
    private static final List<WorkPhase> WORK =
            List.of(WorkPhase.COMPLETED, WorkPhase.FAILED, WorkPhase.CANCELLED, WorkPhase.READY);

    /** Of virDomainBlockJobType. */
    private static final List<String> DISK_WORK = List.of("", "pull", "copy", "commit", "active commit", "backup");

    /** Of virDomainJobOperation. */
    private static final List<String> DOMAIN_WORK = List.of(
            "",
            "start",
            "save",
            "restore",
            "incoming migration",
            "outgoing migration",
            "snapshot",
            "snapshot revert",
            "dump",
            "backup",
            "snapshot delete");

    /** Of networks, and of storage pools, which are also built and deleted. */
    private static final List<Change> LIFECYCLE =
            List.of(Change.DEFINED, Change.UNDEFINED, Change.STARTED, Change.STOPPED, Change.UPDATED, Change.UPDATED);

    /** Of virNodeDeviceEventLifecycleType, which begins with coming and going. */
    private static final List<Change> DEVICE =
            List.of(Change.STARTED, Change.STOPPED, Change.DEFINED, Change.UNDEFINED);

    private EventCodes() {}

    private static <T> T pick(List<T> words, int number) {
        return words.get(number >= 0 && number < words.size() ? number : 0);
    }

    static FaultAction watchdog(int action) {
        return pick(WATCHDOG, action);
    }

    static FaultAction disk(int action) {
        return pick(DISK, action);
    }

    static FaultAction memory(int action) {
        return pick(MEMORY, action);
    }

    static GraphicsPhase graphics(int phase) {
        return pick(GRAPHICS, phase);
    }

    static WorkPhase phase(int status) {
        return pick(WORK, status);
    }

    static String diskWork(int type) {
        return pick(DISK_WORK, type);
    }

    static String domainWork(int operation) {
        return pick(DOMAIN_WORK, operation);
    }

    static Change lifecycle(int event) {
        return pick(LIFECYCLE, event);
    }

    static Change device(int event) {
        return pick(DEVICE, event);
    }
}
