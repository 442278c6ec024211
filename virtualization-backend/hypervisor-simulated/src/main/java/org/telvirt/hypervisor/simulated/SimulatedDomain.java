package org.telvirt.hypervisor.simulated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.simulated.backup.Checkpoints;
import org.telvirt.hypervisor.simulated.backup.Guest;

/** A domain of the host; touched only under the host's lock. */
final class SimulatedDomain implements Guest {
    private final DomainId id;
    private DomainDefinition defined;
    private @Nullable DomainDefinition active;
    private @Nullable SavedRun saved;
    private @Nullable DomainDefinition once;
    private DomainState state = DomainState.SHUT_OFF;
    private StateReason reason = StateReason.NORMAL;

    /** How its guest behaves; null: as the host's settings say. */
    @Nullable
    GuestBehaviour guest;

    /** What takes its time and holds it, such as {@code save}; null: nothing. */
    @Nullable
    String busy;

    /** How much of its memory its guest changes while it runs. */
    DataRate memoryChanges = new DataRate(0);

    /** What it can go back to. */
    final SimulatedSnapshots.Tree snapshots = new SimulatedSnapshots.Tree();

    private final Checkpoints checkpoints = new Checkpoints();

    /** What its run has used. */
    GuestUse use = new GuestUse();

    /** Counts runs and resets: whatever an earlier one was about to do is void. */
    long run;

    /** A run on disk: what it was made of and what it was doing. */
    record SavedRun(DomainDefinition definition, DomainState state) {}

    SimulatedDomain(DomainId id, DomainDefinition defined) {
        this.id = id;
        this.defined = defined;
    }

    DomainId id() {
        return id;
    }

    @Override
    public String name() {
        return defined.name();
    }

    DomainState state() {
        return state;
    }

    /** Whether its memory has gone to another host, and nobody does anything with it. */
    boolean standsStillForMigration() {
        return state == DomainState.PAUSED && reason == StateReason.MIGRATION && busy == null;
    }

    DomainDefinition defined() {
        return defined;
    }

    void define(DomainDefinition definition) {
        defined = definition;
        once = once == null ? null : once.withName(definition.name());
    }

    /** Says what the next start is made of once; null: of the defined configuration. */
    void defineOnce(@Nullable DomainDefinition definition) {
        once = definition;
    }

    /** What the next start is made of. */
    DomainDefinition once() {
        return once == null ? defined : once;
    }

    /** Changes what it is made of now. */
    void change(DomainDefinition definition) {
        active = definition;
    }

    @Override
    public DomainDefinition active() {
        return active == null ? defined : active;
    }

    /** Whether it is in memory. */
    @Override
    public boolean isActive() {
        return active != null;
    }

    @Override
    public long run() {
        return run;
    }

    @Override
    public @Nullable String busy() {
        return busy;
    }

    @Override
    public void busy(@Nullable String with) {
        busy = with;
    }

    @Override
    public long written(Instant now) {
        return use.written(now);
    }

    @Override
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** What its next run would be made of. */
    DomainDefinition next() {
        return saved == null ? once() : saved.definition();
    }

    /** What its saved run goes on as; RUNNING if there is none. */
    DomainState savedState() {
        return saved == null ? DomainState.RUNNING : saved.state();
    }

    Domain seen() {
        return new Domain(id, name(), state, reason, true);
    }

    /** Enters a state and keeps the two definitions and the saved run in step with it. */
    void enter(DomainState to, StateReason why) {
        if (to == DomainState.SAVED) {
            saved = new SavedRun(active(), state);
            end();
        } else if (to == DomainState.SHUT_OFF) {
            saved = null;
            end();
        } else if (active == null) {
            active = served(next());
            once = saved == null ? null : once;
            saved = null;
            run++;
        }
        state = to;
        reason = why;
    }

    /** Chooses a port for each display that asks for none; it need not be free, since nobody listens. */
    private DomainDefinition served(DomainDefinition definition) {
        List<Display> displays = new ArrayList<>(definition.displays());
        int first = 5900 + Math.floorMod(id.uuid().hashCode(), 1000);
        displays.replaceAll(display -> display.servedAt(display.port() == null ? (Integer) first : null));
        return definition.withDisplays(displays);
    }

    private void end() {
        active = null;
        run++;
    }
}
