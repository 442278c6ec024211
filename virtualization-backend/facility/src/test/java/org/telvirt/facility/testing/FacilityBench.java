package org.telvirt.facility.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;

/**
 * A facility on a simulated host where everything happens on the calling thread, and later things when {@link
 * #advance} says so. Callers get no grace: what needs time is a job at once.
 */
public final class FacilityBench implements AutoCloseable {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<FacilityEvent> events = new ArrayList<>();
    private final SimulatedHost host;
    private final SimulatedHypervisor engine;
    private final SimulatedHypervisor another;
    private final LocalFacility facility;

    /** With everything as it comes. */
    public FacilityBench() throws FacilityException {
        this(SimulatedHostSettings.standard(), FacilitySettings.standard().withGrace(Duration.ZERO));
    }

    public FacilityBench(SimulatedHostSettings machine, FacilitySettings settings) throws FacilityException {
        this.host = new SimulatedHost(machine, Runnable::run, time, time);
        this.engine = host.connect();
        this.another = host.connect();
        this.facility = LocalFacility.open(engine, settings, threads(), time);
        var unused = facility.listen(events::add);
    }

    /** Another facility on the same engine, which knows only what it finds there. */
    public LocalFacility openAnother(FacilitySettings settings) throws FacilityException {
        return LocalFacility.open(engine, settings, threads(), time);
    }

    private FacilityThreads threads() {
        return new FacilityThreads(Runnable::run, Runnable::run, time);
    }

    public LocalFacility facility() {
        return facility;
    }

    /** The machine, to make things happen behind the facility's back. */
    public SimulatedHost host() {
        return host;
    }

    /** The facility's own connection to the machine, which can be cut. */
    public SimulatedHypervisor engine() {
        return engine;
    }

    /** A connection to the machine as another administrator's tool has. */
    public SimulatedHypervisor another() {
        return another;
    }

    public ManualTime time() {
        return time;
    }

    public void advance(Duration amount) {
        time.advance(amount);
    }

    /** What the facility told since the last time this was called. */
    public List<FacilityEvent> takeEvents() {
        List<FacilityEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** A small definition of this name. */
    public static DomainDefinition definition(String name) {
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(512)));
    }

    /** A new virtual system, not active. */
    public SystemId define(String name) throws FacilityException {
        return facility.define(definition(name)).id();
    }

    /** A new virtual system that is active. */
    public SystemId activate(String name) throws FacilityException {
        SystemId id = define(name);
        change(id, Transition.ACTIVATE);
        return id;
    }

    /** Asks for a transition that is done at once or goes on as a job. */
    public Outcome change(SystemId id, Transition transition) throws FacilityException {
        return facility.change(id, transition, null);
    }

    /** Asks for a transition that goes on as a job. */
    public JobId job(SystemId id, Transition transition) throws FacilityException {
        if (change(id, transition) instanceof Outcome.Underway underway) {
            return underway.job().id();
        }
        throw new AssertionError(transition + " was done at once");
    }

    /** A job that there is. */
    public Job job(JobId id) {
        Job job = facility.job(id);
        if (job == null) {
            throw new AssertionError("no job " + id);
        }
        return job;
    }

    public static DomainId domain(SystemId id) {
        return new DomainId(id.uuid());
    }

    @Override
    public void close() {
        facility.close();
        engine.close();
        another.close();
    }
}
