package org.telvirt.hypervisor.libvirt;

import java.util.Locale;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;

/** The actions of the port as calls of libvirt. */
final class LifecycleCalls {
    private LifecycleCalls() {}

    /**
     * Does it.
     *
     * @throws HypervisorException INVALID_STATE: the port does not allow it; or whatever libvirt says
     */
    static void perform(LifecycleAction action, LibvirtDomain domain) throws HypervisorException {
        DomainState state = domain.describe().state();
        if (!action.possibleFrom(state)) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, attempt(action, domain.name()) + ": it is " + words(state));
        }
        if (call(action, domain) < 0) {
            throw LibvirtErrors.last(attempt(action, domain.name()));
        }
    }

    private static int call(LifecycleAction action, LibvirtDomain domain) {
        return switch (action) {
            case START, RESTORE -> LibvirtLibrary.virDomainCreateWithFlags(domain.pointer(), 0);
            case STOP -> LibvirtLibrary.virDomainDestroyFlags(domain.pointer(), 0);
            case PAUSE -> LibvirtLibrary.virDomainSuspend(domain.pointer());
            case RESUME -> LibvirtLibrary.virDomainResume(domain.pointer());
            case SAVE -> LibvirtLibrary.virDomainManagedSave(domain.pointer(), 0);
            case DISCARD_SAVED -> LibvirtLibrary.virDomainManagedSaveRemove(domain.pointer(), 0);
            case SHUTDOWN -> LibvirtLibrary.virDomainShutdownFlags(domain.pointer(), 0);
            case REBOOT -> LibvirtLibrary.virDomainReboot(domain.pointer(), 0);
            case RESET -> LibvirtLibrary.virDomainReset(domain.pointer(), 0);
        };
    }

    static String attempt(LifecycleAction action, String name) {
        String verb = switch (action) {
            case SHUTDOWN -> "shut down";
            case DISCARD_SAVED -> "discard the saved run of";
            default -> action.name().toLowerCase(Locale.ROOT);
        };
        return "Cannot " + verb + " '" + name + "'";
    }

    static String words(DomainState state) {
        return switch (state) {
            case GUEST_SUSPENDED -> "put to sleep by its guest";
            case UNKNOWN -> "in an unknown state";
            default -> state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
