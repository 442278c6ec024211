package org.telvirt.facility.startup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.Health;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.EventsLost;
import org.telvirt.facility.event.FacilityEvent.SystemAdded;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.facility.event.Registration;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.journal.DurableTexts;
import org.telvirt.facility.startup.StartOrder.Candidate;
import org.telvirt.facility.startup.StartOrder.Step;
import org.telvirt.hypervisor.definition.Automation.StopAction;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy.Action;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;

/**
 * Starts virtual systems with their host, stops them before it stops, and starts them again when they crash. A start of the
 * host is told from one of Telvirt by the kernel's boot id. Safe for use by many threads.
 */
public final class HostAutomation implements AutoCloseable {
    /** How long a guest has to shut down before its host stops, which waits some minutes for all of them together. */
    private static final Duration GUEST_PATIENCE = Duration.ofSeconds(90);

    private final VirtualizationFacility facility;
    private final JobTable jobs;
    private final FacilityThreads threads;
    private final InstantSource clock;
    private final ActiveRecord record;
    private final RestartLimit limit = new RestartLimit(); // by itself
    private final Map<SystemId, JobId> underway = new ConcurrentHashMap<>();
    private @Nullable Registration listening;
    private volatile boolean isStopping;

    private HostAutomation(
            VirtualizationFacility facility,
            JobTable jobs,
            FacilityThreads threads,
            InstantSource clock,
            DurableTexts texts) {
        this.facility = facility;
        this.jobs = jobs;
        this.threads = threads;
        this.clock = clock;
        this.record = new ActiveRecord(texts);
    }

    /**
     * Begins, and starts what starts with the host if this is another start of the host than the last one seen here.
     *
     * @param boot names this start of the host; null: it cannot be told, and nothing starts
     * @param jobs of the facility
     * @throws FacilityException INTERNAL: what was noted cannot be read or written
     */
    public static HostAutomation begin(
            VirtualizationFacility facility,
            JobTable jobs,
            FacilityThreads threads,
            InstantSource clock,
            DurableTexts texts,
            @Nullable String boot)
            throws FacilityException {
        HostAutomation automation = new HostAutomation(facility, jobs, threads, clock, texts);
        try {
            automation.begin(boot);
            return automation;
        } catch (IOException e) {
            throw new FacilityException(Reason.INTERNAL, "Cannot see what was active before: " + e.getMessage(), e);
        }
    }

    private void begin(@Nullable String boot) throws IOException {
        String lastBoot = record.read();
        Set<SystemId> before = record.active();
        listening = facility.listen(this::hear);
        boolean isHostStart = boot != null && lastBoot != null && !boot.equals(lastBoot);
        List<Step> steps = isHostStart ? StartOrder.starts(candidates(), before) : List.of();
        if (steps.isEmpty()) {
            settle(boot);
        } else {
            // if we end before, the next process begins the rest of the sequence
            start("Start " + number(steps) + " with the host", steps, () -> settle(boot));
        }
    }

    private void settle(@Nullable String boot) {
        record.set(facility.systems());
        if (boot != null) {
            record.seen(boot);
        }
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (VirtualSystem system : facility.systems()) {
            DomainDefinition definition = facility.definition(system.id(), Configuration.DEFINED);
            if (definition != null) {
                candidates.add(new Candidate(system, definition.automation()));
            }
        }
        return candidates;
    }

    private void start(String name, List<Step> steps, Runnable after) {
        new Sequence(steps, new Deeds(step -> Transition.ACTIVATE), jobs, threads, after).begin(name, clock);
    }

    private static String number(List<Step> steps) {
        return steps.size() == 1 ? "'" + steps.get(0).name() + "'" : steps.size() + " virtual systems";
    }

    /**
     * The host goes down: stops what says how it wants to be stopped, in the reverse of the order of starting, and waits for
     * it. A guest that does not shut down in a minute and a half is turned off, and the job says so.
     *
     * @return false: not all of it ended in time
     */
    public boolean stop(Duration patience) throws InterruptedException {
        isStopping = true;
        record.freeze();
        List<Step> steps = StartOrder.stops(candidates());
        if (steps.isEmpty()) {
            return true;
        }
        Sequence sequence = new Sequence(steps, new Deeds(step -> transition(step.action())), jobs, threads, () -> {});
        sequence.begin("Stop " + number(steps) + " before the host stops", clock);
        return sequence.await(patience);
    }

    private static Transition transition(StopAction action) {
        return switch (action) {
            case TURN_OFF -> Transition.DEACTIVATE;
            case SAVE -> Transition.SUSPEND;
            case SHUT_DOWN -> Transition.SHUT_DOWN;
        };
    }

    private void hear(FacilityEvent event) {
        if (event instanceof SystemChanged changed) {
            record.set(
                    changed.present().id(),
                    StartOrder.isActive(changed.present().state()));
            if (hasCrashed(changed.previous(), changed.present()) && !isStopping) {
                later(() -> recover(changed.present()));
            }
        } else if (event instanceof SystemAdded added) {
            record.set(added.system().id(), StartOrder.isActive(added.system().state()));
        } else if (event instanceof SystemRemoved removed) {
            record.set(removed.system().id(), false);
            synchronized (limit) {
                limit.forget(removed.system().id());
            }
        } else if (event instanceof EventsLost) {
            record.set(facility.systems());
        }
    }

    /** Whether a run ended by itself and by a fault; a start that came to nothing is none. */
    private static boolean hasCrashed(VirtualSystem previous, VirtualSystem present) {
        return StartOrder.isActive(previous.state())
                && present.state() == SystemState.DEFINED
                && present.health() == Health.FAILED
                && previous.underway() == null;
    }

    private void later(Runnable task) {
        try {
            threads.jobs().execute(task);
        } catch (RejectedExecutionException e) {
            // the facility is closing
        }
    }

    private void recover(VirtualSystem system) {
        DomainDefinition definition = facility.definition(system.id(), Configuration.DEFINED);
        if (definition == null || !restarts(definition.faultPolicy().onCrash())) {
            return;
        }
        boolean isAllowed;
        synchronized (limit) {
            isAllowed = limit.allows(system.id(), clock.instant());
        }
        if (isAllowed) {
            Step step = new Step(system.id(), system.name(), Duration.ZERO, StopAction.TURN_OFF);
            start("Restart '" + system.name() + "' after a crash", List.of(step), () -> {});
        } else {
            giveUp(system);
        }
    }

    private static boolean restarts(@Nullable Action onCrash) {
        return onCrash == Action.RESTART || onCrash == Action.COREDUMP_RESTART || onCrash == Action.RENAME_RESTART;
    }

    private void giveUp(VirtualSystem system) {
        Instant now = clock.instant();
        JobId id = new JobId(UUID.randomUUID());
        String name = "Restart '" + system.name() + "' after a crash";
        jobs.restore(new Job(id, name, JobState.NEW, 0, now, null, null, now, system.id(), null));
        String why = "Not restarted: it crashed " + (RestartLimit.MOST + 1) + " times within "
                + RestartLimit.WITHIN.toMinutes() + " minutes; see why, and activate it";
        jobs.end(id, JobState.FAILED, new FacilityException(Reason.INVALID_STATE, why));
    }

    /** What is done with systems in a sequence: transitions as any client's. */
    private final class Deeds implements Sequence.Deed {
        private final Function<Step, Transition> wish;

        Deeds(Function<Step, Transition> wish) {
            this.wish = wish;
        }

        @Override
        public void begin(Step step) throws FacilityException {
            VirtualSystem present = facility.system(step.id());
            Transition transition = wish.apply(step);
            if (present == null || isThere(present.state(), transition)) {
                return; // somebody was quicker, such as libvirt with its own autostart
            }
            try {
                if (ask(step.id(), transition) instanceof Outcome.Underway job) {
                    underway.put(step.id(), job.job().id());
                }
            } catch (FacilityException e) {
                VirtualSystem after = facility.system(step.id());
                if (after == null || !isThere(after.state(), transition)) {
                    throw e;
                }
            }
        }

        /** The host does not wait for a guest that does not listen, and would end it in the midst of its writes. */
        private Outcome ask(SystemId id, Transition transition) throws FacilityException {
            return transition == Transition.SHUT_DOWN
                    ? facility.shutDown(id, GUEST_PATIENCE, ShutdownFallback.TURN_OFF)
                    : facility.change(id, transition, null);
        }

        private boolean isThere(SystemState state, Transition transition) {
            return (transition == Transition.ACTIVATE) == StartOrder.isActive(state);
        }

        @Override
        public @Nullable String outcome(Step step) {
            JobId id = underway.get(step.id());
            Job job = id == null ? null : facility.job(id);
            if (job != null && !job.isOver()) {
                return null;
            }
            underway.remove(step.id());
            FacilityException failure = job == null ? null : job.failure();
            if (failure != null) {
                return failure.getMessage();
            }
            String remark = job == null ? "" : job.description(); // such as that it was turned off
            return remark.isEmpty() ? "" : "'" + step.name() + "': " + remark;
        }
    }

    /** Acts no more. */
    @Override
    public void close() {
        Registration present = listening;
        if (present != null) {
            present.close();
        }
    }
}
