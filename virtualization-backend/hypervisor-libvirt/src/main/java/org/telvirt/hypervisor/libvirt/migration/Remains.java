package org.telvirt.hypervisor.libvirt.migration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.migration.Settlement;
import org.telvirt.hypervisor.migration.Settlement.End;

/**
 * What is left at both ends when whoever led a migration was killed. libvirt's last two steps are to let the guest go on
 * there and to end it here; between them, and before the first, it stands still here and libvirt waits for somebody who
 * knows. A guest that has not been let go on there goes with the connection of its leader.
 */
final class Remains {
    private final Link here;
    private final Link there;
    private final GuestHandle guest;

    Remains(Link here, Link there, GuestHandle guest) {
        this.here = here;
        this.there = there;
        this.guest = guest;
    }

    /** Why nothing can be done with what is here; null: it can. */
    static @Nullable Settlement untouchable(GuestHandle guest) {
        if (!guest.condition().standsStillForMigration()) {
            return open("its run here is not one that stands still for a migration");
        }
        return guest.job().firstName().isEmpty() ? null : open("libvirt is at it here; wait for its end");
    }

    /**
     * Sees that nothing is left here of what has arrived: libvirt calls a migration done even if it could not end it here.
     *
     * @throws HypervisorException INTERNAL: something is, or nobody can see
     */
    static void requireNone(Link here, GuestHandle guest, String attempt) throws HypervisorException {
        boolean isSeen = here.isAlive();
        if (!isSeen || guest.condition().standsStillForMigration()) {
            String cause = isSeen ? "libvirt did not end it here" : "libvirt went away before it ended it here";
            throw new HypervisorException(
                    Reason.INTERNAL,
                    attempt + ": it has arrived and runs there, but " + cause
                            + "; deactivate it here if it is active, and do not let it go on");
        }
    }

    static Settlement open(String message) {
        return new Settlement(End.OPEN, message);
    }

    /**
     * Ends the run here if it goes on there, or lets it go on here if it is not there.
     *
     * @throws HypervisorException one of the hosts does not say what it is; or what failed of what was to be done
     */
    Settlement settle(DomainId id, boolean mayReturn) throws HypervisorException {
        String where = "'" + there.uri() + "'";
        if (Objects.equals(Examination.uuidOf(here), Examination.uuidOf(there))) {
            return open("it stands still here, and " + where + " is the same host; activate or deactivate it");
        }
        try (GuestHandle arrived = GuestHandle.lookFor(there, id)) {
            if (arrived == null) {
                return mayReturn && guest.condition().isWholeHere()
                        ? goOn(where)
                        : undecided(where, "has no such domain");
            }
            return arrived.condition().runsHavingArrived()
                    ? end(where)
                    : undecided(where, "has it, but not as a run that has just arrived");
        }
    }

    private static Settlement undecided(String where, String said) {
        return open("it stands still here, and " + where + " " + said
                + "; see there, then deactivate it here if it runs there, else activate it");
    }

    /** As libvirt does when it is told that the guest has not arrived. */
    private Settlement goOn(String where) throws HypervisorException {
        String attempt = "Cannot let '" + guest.name() + "' go on here, which " + where + " does not have";
        GuestHandle.done(MigrationLibrary.virDomainResume(guest.pointer()), attempt);
        return new Settlement(End.RETURNED, "it did not arrive at " + where + " and goes on here");
    }

    /** As libvirt does when it is told that the guest has arrived. */
    private Settlement end(String where) throws HypervisorException {
        String attempt = "Cannot end the run of '" + guest.name() + "' here, which goes on at " + where;
        if (!guest.condition().standsStillForMigration()) {
            return undecided(where, "runs it, but somebody has just changed its run here");
        }
        GuestHandle.done(MigrationLibrary.virDomainDestroyFlags(guest.pointer(), 0), attempt);
        return new Settlement(End.ARRIVED, "it runs at " + where + "; what stood still of it here has been ended");
    }
}
