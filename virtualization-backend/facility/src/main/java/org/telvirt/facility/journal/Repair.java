package org.telvirt.facility.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.telvirt.facility.journal.Finding.Verdict;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.migration.Settlement;

/** Finishes or takes back what was done by half. */
record Repair(Hypervisor engine, InstantSource clock) {
    /** What is older than this somebody may have seen and left as it is; then only a job says so. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** What is so after the repair, if there was anything to repair. */
    Finding after(Intent intent, Finding finding) throws HypervisorException {
        if (intent.kind() == Kind.BACKUP) {
            return settled(intent); // however old: a file that is not whole is of no use to anybody
        }
        boolean isFresh = Duration.between(intent.begun(), clock.instant()).compareTo(FRESH) < 0;
        if (isFresh && intent.kind() == Kind.REDEFINE && finding.verdict() == Verdict.NOT_DONE) {
            return renamedBack(intent, finding);
        } else if (isFresh && intent.kind() == Kind.DESTROY && finding.verdict() == Verdict.NOT_DONE) {
            return undefined(intent.subject(), finding);
        } else if (intent.kind() == Kind.MIGRATE && finding.verdict() == Verdict.NOT_DONE) {
            return settled(intent, finding, isFresh);
        } else if (finding.verdict() == Verdict.DONE && isStart(intent)) {
            forgetUsedNext(intent.subject());
        }
        return finding;
    }

    /** Copies that are whole get their names, others are removed. */
    private Finding settled(Intent intent) throws HypervisorException {
        BackupEnd end = engine.backups().settle(intent.subject(), JournaledBackups.remains(intent));
        return end.isWhole() ? Finding.done(end.message()) : Finding.notDone(end.message());
    }

    private static boolean isStart(Intent intent) {
        return LifecycleAction.START.name().equals(intent.detail(Intent.ACTION));
    }

    /** The name and the rest are two steps; the second one may be anything, so the first is taken back. */
    private Finding renamedBack(Intent intent, Finding finding) throws HypervisorException {
        DomainDefinition present = engine.definition(intent.subject(), Configuration.DEFINED);
        if (!Inquiry.isOnlyRenamed(intent, present)) {
            return finding;
        }
        String previous = Objects.requireNonNull(intent.detail(Intent.PREVIOUS_NAME));
        engine.redefine(intent.subject(), definition -> definition.withName(previous));
        return Finding.notDone("its defined configuration is as before; it was given its name '" + previous + "' back");
    }

    /** One that was stopped to be removed is removed; one that runs was not touched, or was started by somebody since. */
    private Finding undefined(DomainId id, Finding finding) throws HypervisorException {
        Domain domain = engine.domain(id);
        if (domain.state() != DomainState.SHUT_OFF) {
            return finding;
        }
        engine.undefine(id);
        return Finding.done("it is gone");
    }

    /**
     * What stands still here because its memory has gone either runs there, and ends here, or goes on here. However long ago
     * it is, it can end here; it only goes on if nobody can have ended its run there since.
     */
    private Finding settled(Intent intent, Finding finding, boolean isFresh) throws HypervisorException {
        DomainId id = intent.subject();
        Domain domain = engine.domain(id);
        if (domain.state() != DomainState.PAUSED || domain.reason() != StateReason.MIGRATION) {
            return finding;
        }
        String destination = Objects.requireNonNull(intent.detail(Intent.DESTINATION));
        boolean mayReturn = isFresh && Boolean.parseBoolean(intent.detail(Intent.LASTING_THERE));
        Settlement settlement = engine.migration().settle(id, destination, mayReturn);
        if (settlement.end() != Settlement.End.ARRIVED) {
            return Finding.notDone(settlement.message());
        } else if (domain.persistent() && Boolean.parseBoolean(intent.detail(Intent.GOES_HERE))) {
            engine.undefine(id);
            return Finding.done(settlement.message() + ", and its definition here is gone");
        }
        return Finding.done(settlement.message());
    }

    /** A configuration for one start that this run used is forgotten after it began, which may not have come about. */
    private void forgetUsedNext(DomainId id) throws HypervisorException {
        DomainDefinition defined = engine.definition(id, Configuration.DEFINED);
        if (engine.definition(id, Configuration.NEXT).equals(defined)) {
            engine.setNext(id, null);
        }
    }
}
