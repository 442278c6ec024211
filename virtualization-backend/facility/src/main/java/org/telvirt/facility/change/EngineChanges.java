package org.telvirt.facility.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.transition.EngineTask;
import org.telvirt.facility.transition.EngineTasks;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DefinitionRules;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** Changes by an engine, step by step as one task. Safe for use by many threads. */
public final class EngineChanges implements SystemChanges {
    /** How long a guest may take to let go of one thing if nobody says. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What the engine itself may take beside its guests. */
    private static final Duration OWN_TIME = Duration.ofMinutes(2);

    private final Hypervisor engine;
    private final SystemView view;
    private final EngineTasks tasks;

    public EngineChanges(Hypervisor engine, SystemView view, EngineTasks tasks) {
        this.engine = engine;
        this.view = view;
        this.tasks = tasks;
    }

    @Override
    public Outcome change(SystemId id, UnaryOperator<DomainDefinition> change, @Nullable Duration patience)
            throws FacilityException {
        VirtualSystem system = view.find(id);
        DomainDefinition present = view.definition(id, Configuration.ACTIVE);
        if (system == null || present == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        }
        String attempt = "Cannot change '" + system.name() + "' while it is active";
        requireActive(system, attempt);
        DomainDefinition wanted = change.apply(present);
        requireRules(attempt, present, wanted);
        LivePlan plan = LivePlan.between(present, wanted);
        require(attempt, plan);
        if (plan.steps().isEmpty()) {
            return new Outcome.Completed();
        }
        Duration each = patience == null ? PATIENCE : patience;
        long taking =
                plan.steps().stream().filter(step -> step.takesFrom(present)).count();
        return tasks.perform(new EngineTask(
                id,
                "change '" + system.name() + "' while it is active",
                words(plan.steps()),
                Activity.LIVE_CHANGE,
                each.multipliedBy(taking).plus(OWN_TIME),
                reached -> perform(new DomainId(id.uuid()), plan.steps(), each, reached)));
    }

    private static void requireActive(VirtualSystem system, String attempt) throws FacilityException {
        if (system.state() != SystemState.ACTIVE && system.state() != SystemState.PAUSED) {
            throw new FacilityException(
                    Reason.INVALID_STATE,
                    attempt + ": it is " + system.state().name().toLowerCase(Locale.ROOT)
                            + "; change what its next start uses");
        }
    }

    private static void requireRules(String attempt, DomainDefinition present, DomainDefinition wanted)
            throws FacilityException {
        List<String> violations = new ArrayList<>(DefinitionRules.violations(wanted));
        violations.removeAll(DefinitionRules.violations(present));
        if (!violations.isEmpty()) {
            throw new FacilityException(Reason.INVALID_ARGUMENT, attempt + ": " + String.join("; ", violations));
        }
    }

    /** Refuses the whole before any of it is done. */
    private void require(String attempt, LivePlan plan) throws FacilityException {
        if (!plan.unreachable().isEmpty()) {
            throw new FacilityException(
                    Reason.INVALID_STATE,
                    attempt + ": " + String.join(", ", plan.unreachable())
                            + " cannot be changed without a new start; change what its next start uses");
        }
        for (LiveChange step : plan.steps()) {
            String lacks = engine.lackingChanges().get(step.kind());
            if (lacks != null) {
                throw new FacilityException(Reason.UNSUPPORTED, attempt + ": " + lacks);
            }
        }
    }

    private void perform(DomainId id, List<LiveChange> steps, Duration patience, IntConsumer reached)
            throws HypervisorException {
        DomainDefinition before = engine.definition(id, Configuration.ACTIVE);
        for (int i = 0; i < steps.size(); i++) {
            try {
                engine.change(id, steps.get(i), patience);
            } catch (HypervisorException e) {
                throw i == 0 ? e : undone(id, before, patience, e);
            }
            reached.accept(100 * (i + 1) / steps.size());
        }
    }

    /** Goes back by the steps that lead there. */
    private HypervisorException undone(
            DomainId id, DomainDefinition before, Duration patience, HypervisorException failure) {
        String left;
        try {
            LivePlan back = LivePlan.between(engine.definition(id, Configuration.ACTIVE), before);
            for (LiveChange step : back.steps()) {
                engine.change(id, step, patience);
            }
            left = String.join(", ", back.unreachable());
        } catch (HypervisorException e) {
            left = "what was done before: " + e.getMessage();
            failure.addSuppressed(e);
        }
        String rest = left.isEmpty() ? "; all is as before" : "; this stays and could not be undone: " + left;
        return new HypervisorException(failure.reason(), failure.getMessage() + rest, failure);
    }

    private static String words(List<LiveChange> steps) {
        return String.join(
                ", ",
                steps.stream()
                        .map(step -> step.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .distinct()
                        .toList());
    }
}
