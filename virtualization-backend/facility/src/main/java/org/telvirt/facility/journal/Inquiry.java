package org.telvirt.facility.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.snapshot.Snapshot;

/** Looks at the engine what has become of an intent whose process ended. It changes nothing. */
final class Inquiry {
    private final Hypervisor engine;

    Inquiry(Hypervisor engine) {
        this.engine = engine;
    }

    /**
     * What is so now.
     *
     * @throws HypervisorException the engine does not answer
     */
    Finding look(Intent intent) throws HypervisorException {
        Domain domain = domain(intent.subject());
        return switch (intent.kind()) {
            case DEFINE ->
                domain == null
                        ? Finding.notDone("nothing is defined")
                        : Finding.done("'" + domain.name() + "' is defined");
            case UNDEFINE, DESTROY ->
                domain == null
                        ? Finding.done("it is gone")
                        : Finding.notDone("it is still defined and " + ActionWords.of(domain.state()));
            case MIGRATE -> migrated(intent, domain);
            // whether the copies are whole is seen when they are given their names
            case BACKUP -> Finding.notDone("its files have not been looked at");
            default -> domain == null ? gone(intent) : look(intent, domain);
        };
    }

    /** What is so here; the other host is asked only about what stands still here for it, see {@link Repair}. */
    private static Finding migrated(Intent intent, @Nullable Domain domain) {
        String there = "'" + intent.detail(Intent.DESTINATION) + "'";
        if (domain == null) {
            return Finding.done("it is no longer here");
        }
        return switch (domain.state()) {
            case RUNNING, SHUTTING_DOWN -> Finding.notDone("it goes on here");
            case SHUT_OFF ->
                domain.reason() == StateReason.MIGRATION
                        ? Finding.done("it runs at " + there)
                        : Finding.notDone("it is not active here; look at " + there + " before it is activated");
            default ->
                Finding.notDone("it is " + ActionWords.of(domain.state()) + " here; look at " + there
                        + " before it is activated");
        };
    }

    /** Nothing can be done to what is gone; only that it does not run is true of it, too. */
    private static Finding gone(Intent intent) {
        boolean isOver = LifecycleAction.STOP.name().equals(intent.detail(Intent.ACTION));
        return isOver ? Finding.done("it is gone") : Finding.unknown("the virtual system is gone");
    }

    private Finding look(Intent intent, Domain domain) throws HypervisorException {
        return switch (intent.kind()) {
            case REDEFINE -> redefined(intent, definition(domain, Configuration.DEFINED));
            case SET_NEXT -> next(intent, domain);
            case LIVE_CHANGE -> changed(intent, domain);
            case ACTION -> acted(intent, domain.state());
            case SNAPSHOT_CREATE ->
                snapshot(intent) == null
                        ? Finding.notDone("there is no such snapshot")
                        : Finding.done("the snapshot is there");
            case SNAPSHOT_DELETE ->
                snapshot(intent) == null
                        ? Finding.done("the snapshot is gone")
                        : Finding.notDone("the snapshot is still there");
            case TASK ->
                Finding.unknown("of its " + intent.detail(Intent.STEPS) + " steps some may not be done; it is "
                        + ActionWords.of(domain.state()) + ", compare its configurations");
            case SNAPSHOT_REVERT -> reverted(intent, snapshot(intent), domain);
            case CHECKPOINT_DELETE ->
                hasCheckpoint(intent)
                        ? Finding.notDone("the checkpoint is still there")
                        : Finding.done("the checkpoint is gone");
            default -> throw new IllegalStateException(intent.kind().name());
        };
    }

    private static Finding redefined(Intent intent, DomainDefinition present) {
        String digest = Digest.of(present);
        String previousName = intent.detail(Intent.PREVIOUS_NAME);
        if (digest.equals(intent.detail(Intent.WANTED))) {
            return Finding.done("the change is in its defined configuration");
        } else if (digest.equals(intent.detail(Intent.PREVIOUS))) {
            return Finding.notDone("its defined configuration is as before");
        } else if (isOnlyRenamed(intent, present)) {
            return Finding.notDone(
                    "it has its new name and nothing else of the change; before it was '" + previousName + "'");
        }
        return Finding.unknown("its defined configuration is neither as before nor as wanted; compare it");
    }

    /** Whether the first of two steps was done: libvirt renames by a call of its own. */
    static boolean isOnlyRenamed(Intent intent, DomainDefinition present) {
        String previousName = intent.detail(Intent.PREVIOUS_NAME);
        return previousName != null
                && !previousName.equals(present.name())
                && Digest.of(present.withName(previousName)).equals(intent.detail(Intent.PREVIOUS));
    }

    private Finding next(Intent intent, Domain domain) throws HypervisorException {
        DomainDefinition defined = definition(domain, Configuration.DEFINED);
        DomainDefinition next = definition(domain, Configuration.NEXT);
        String wanted = intent.detail(Intent.WANTED);
        boolean isDone = wanted == null ? next.equals(defined) : wanted.equals(Digest.of(next));
        String what = next.equals(defined)
                ? "its next start uses the defined configuration"
                : "its next start uses another configuration than the defined one";
        return isDone ? Finding.done(what) : Finding.notDone(what);
    }

    private Finding changed(Intent intent, Domain domain) throws HypervisorException {
        if (!LifecycleAction.STOP.possibleFrom(domain.state())) {
            return Finding.unknown("it does not run any more" + definedIsSo(intent, domain));
        }
        String active = Digest.of(definition(domain, Configuration.ACTIVE));
        if (active.equals(intent.detail(Intent.WANTED_ACTIVE))) {
            String wanted = intent.detail(Intent.WANTED);
            return wanted == null || wanted.equals(Digest.of(definition(domain, Configuration.DEFINED)))
                    ? Finding.done("it runs with the change")
                    : Finding.notDone("it runs with the change, but its defined configuration does not have it");
        } else if (active.equals(intent.detail(Intent.PREVIOUS))) {
            return Finding.notDone("it runs as before");
        }
        return Finding.unknown("it runs neither as before nor as wanted; compare its configurations");
    }

    private String definedIsSo(Intent intent, Domain domain) throws HypervisorException {
        String wanted = intent.detail(Intent.WANTED);
        if (wanted == null) {
            return "";
        }
        boolean isSo = wanted.equals(Digest.of(definition(domain, Configuration.DEFINED)));
        return isSo
                ? ", and the change is in its defined configuration"
                : ", and its defined configuration lacks the change";
    }

    private static Finding acted(Intent intent, DomainState state) {
        String now = "it is " + ActionWords.of(state);
        LifecycleAction action = LifecycleAction.valueOf(Objects.requireNonNull(intent.detail(Intent.ACTION)));
        Boolean isDone = switch (action) {
            case START, RESUME -> state == DomainState.RUNNING || state == DomainState.SHUTTING_DOWN;
            case RESTORE -> state == DomainState.RUNNING || state == DomainState.PAUSED;
            case STOP, DISCARD_SAVED -> state == DomainState.SHUT_OFF;
            case PAUSE -> state == DomainState.PAUSED;
            case SAVE -> state == DomainState.SAVED;
            case SHUTDOWN -> state == DomainState.SHUT_OFF ? true : null;
            case REBOOT, RESET -> null;
        };
        if (isDone == null) {
            return Finding.unknown(now + "; nobody can tell whether its guest was asked");
        }
        return isDone ? Finding.done(now) : Finding.notDone(now);
    }

    private static Finding reverted(Intent intent, @Nullable Snapshot snapshot, Domain domain) {
        String now = "; it is " + ActionWords.of(domain.state());
        if (snapshot == null) {
            return Finding.unknown("there is no such snapshot any more" + now);
        } else if (intent.detail(Intent.PREVIOUS) != null) {
            return Finding.unknown("it went on from that snapshot before, so nobody can tell" + now);
        }
        return snapshot.isCurrent()
                ? Finding.done("it goes on from the snapshot" + now)
                : Finding.notDone("it does not go on from the snapshot" + now);
    }

    private @Nullable Snapshot snapshot(Intent intent) throws HypervisorException {
        return engine.snapshots().of(intent.subject()).stream()
                .filter(one -> one.name().equals(intent.detail(Intent.SNAPSHOT)))
                .findFirst()
                .orElse(null);
    }

    private boolean hasCheckpoint(Intent intent) throws HypervisorException {
        return engine.backups().checkpoints(intent.subject()).stream()
                .anyMatch(one -> one.name().equals(intent.detail(Intent.CHECKPOINT)));
    }

    private DomainDefinition definition(Domain domain, Configuration which) throws HypervisorException {
        return engine.definition(domain.id(), which);
    }

    private @Nullable Domain domain(DomainId id) throws HypervisorException {
        try {
            return engine.domain(id);
        } catch (HypervisorException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}
