package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.migration.Settlement;
import org.telvirt.hypervisor.migration.Settlement.End;

/** Migrations between simulated hosts that know each other. Safe for use by many threads. */
final class SimulatedMigration implements Migration {
    private static final int MOST = 4;

    private final SimulatedHypervisor engine;
    private final Map<DomainId, Departure> underWay = new ConcurrentHashMap<>();

    SimulatedMigration(SimulatedHypervisor engine) {
        this.engine = engine;
    }

    @Override
    public Map<MigrationFeature, String> missing() {
        return Map.of(MigrationFeature.TRANSIENT, "domains of a simulated host always have a lasting definition");
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<MigrationObstacle> check(DomainId id, MigrationRequest request) throws HypervisorException {
        SimulatedHost here = engine.reach();
        Candidate candidate = here.alone(() -> Candidate.of(here.registry().find(id), request));
        List<MigrationObstacle> obstacles = new ArrayList<>();
        request.violations().forEach(violation -> obstacles.add(new MigrationObstacle(Kind.REQUEST, violation)));
        for (MigrationFeature need : request.needs()) {
            if (!offers(need)) {
                obstacles.add(new MigrationObstacle(
                        Kind.REQUEST, Objects.requireNonNull(missing().get(need))));
            }
        }
        checkHere(candidate, request, here.sharesFiles(), obstacles);
        SimulatedHost there = here.neighbour(request.destination());
        if (there == null) {
            obstacles.add(new MigrationObstacle(
                    Kind.UNREACHABLE, "the host at '" + request.destination() + "' does not answer"));
        } else if (there.equals(here)) {
            obstacles.add(
                    new MigrationObstacle(Kind.SAME_HOST, "'" + request.destination() + "' is the host where it is"));
        } else {
            obstacles.addAll(there.alone(() -> checkThere(here.settings().facts(), there, candidate)));
        }
        return List.copyOf(obstacles);
    }

    /** What is to be known of a domain that might go. */
    private record Candidate(
            DomainId id,
            String name,
            DomainDefinition made,
            DomainState state,
            @Nullable String busy,
            boolean runs,
            Mode mode) {
        static Candidate of(SimulatedDomain domain, MigrationRequest request) {
            String name = Objects.requireNonNullElse(request.newName(), domain.name());
            return new Candidate(
                    domain.id(), name, domain.active(), domain.state(), domain.busy, domain.isActive(), request.mode());
        }
    }

    private static void checkHere(
            Candidate one, MigrationRequest request, boolean sharesFiles, List<MigrationObstacle> obstacles) {
        boolean isMovable = request.mode() == Mode.RESTART
                ? one.state() != DomainState.SAVED
                : one.state() == DomainState.RUNNING || one.state() == DomainState.PAUSED;
        if (!isMovable) {
            obstacles.add(new MigrationObstacle(Kind.STATE, "it is " + Lifecycle.words(one.state())));
        }
        if (request.storage() == Storage.SHARED && request.mode() != Mode.RESTART && !sharesFiles) {
            one.made().disks().stream()
                    .filter(disk -> disk.medium() instanceof Disk.FileMedium && !disk.readOnly())
                    .forEach(disk -> obstacles.add(new MigrationObstacle(
                            Kind.DISK,
                            "its disk " + disk.target() + " is a file that no other host sees; have the disks copied,"
                                    + " or answer for it that both hosts see them")));
        }
        if (one.busy() != null) {
            obstacles.add(new MigrationObstacle(Kind.STATE, "it is busy with another action, " + one.busy()));
        }
        one.made()
                .hostDevices()
                .forEach(device -> obstacles.add(new MigrationObstacle(
                        Kind.HOST_DEVICE,
                        "it has the device " + device.address() + " of its host to itself; detach it first")));
    }

    private static List<MigrationObstacle> checkThere(Host mine, SimulatedHost there, Candidate one) {
        List<MigrationObstacle> obstacles = new ArrayList<>();
        Host other = there.machine().facts();
        String where = "host '" + other.name() + "' ";
        if (!other.architecture().equals(mine.architecture())) {
            obstacles.add(new MigrationObstacle(Kind.PLATFORM, where + "is of architecture " + other.architecture()));
        } else if (one.mode() != Mode.RESTART && !other.processorModel().equals(mine.processorModel())) {
            obstacles.add(new MigrationObstacle(
                    Kind.PROCESSOR, where + "has another processor, '" + other.processorModel() + "'"));
        }
        ByteSize needed = one.made().memory().size();
        if (one.runs() && needed.compareTo(there.lifecycle().free()) > 0) {
            obstacles.add(new MigrationObstacle(
                    Kind.MEMORY,
                    where + "has " + there.lifecycle().free() + " of memory free, the domain has " + needed));
        }
        String taken = there.registry().taken(one.id(), one.name());
        if (taken != null) {
            obstacles.add(new MigrationObstacle(Kind.TAKEN, where + "cannot take it in: " + taken));
        }
        return obstacles;
    }

    @Override
    public MigrationResult migrate(DomainId id, MigrationRequest request) throws HypervisorException {
        SimulatedHost here = engine.reach();
        String name = here.alone(() -> here.registry().find(id).name());
        for (MigrationFeature need : request.needs()) {
            require(need, attempt(name, request));
        }
        for (MigrationObstacle obstacle : check(id, request)) {
            throw new HypervisorException(reason(obstacle.kind()), attempt(name, request) + ": " + obstacle.message());
        }
        SimulatedHost there = Objects.requireNonNull(here.neighbour(request.destination()));
        Departure departure = new Departure(here, there, id, request, attempt(name, request));
        admit(id, departure);
        try {
            return request.mode() == Mode.RESTART ? departure.restart() : departure.move();
        } finally {
            underWay.remove(id);
        }
    }

    @Override
    public Settlement settle(DomainId id, String destination, boolean mayReturn) throws HypervisorException {
        SimulatedHost here = engine.reach();
        SimulatedHost there = here.neighbour(destination);
        String where = "'" + destination + "'";
        if (!here.alone(() -> here.registry().find(id).standsStillForMigration())) {
            return new Settlement(End.OPEN, "its run here is not one that stands still for a migration");
        } else if (there == null || there.equals(here)) {
            String cause = there == null ? "it does not answer" : "it is the same host";
            return undecided(where + " cannot be asked whether it runs there: " + cause);
        }
        Domain arrived = there.alone(() -> there.registry().seen(id)).orElse(null);
        if (arrived == null && mayReturn) {
            enter(here, id, DomainState.RUNNING, StateReason.NORMAL);
            return new Settlement(End.RETURNED, "it did not arrive at " + where + " and goes on here");
        } else if (arrived == null) {
            return undecided(where + " has no such domain");
        } else if (arrived.state() != DomainState.RUNNING || arrived.reason() != StateReason.MIGRATION) {
            return undecided(where + " has it, but not as a run that has just arrived");
        }
        enter(here, id, DomainState.SHUT_OFF, StateReason.MIGRATION);
        return new Settlement(End.ARRIVED, "it runs at " + where + "; what stood still of it here has been ended");
    }

    private static Settlement undecided(String cause) {
        return new Settlement(
                End.OPEN,
                "it stands still here, and " + cause
                        + "; see there, then deactivate it here if it runs there, else activate it");
    }

    private static void enter(SimulatedHost here, DomainId id, DomainState state, StateReason reason)
            throws HypervisorException {
        here.alone(() -> {
            here.lifecycle().enter(here.registry().find(id), state, reason);
            return id;
        });
    }

    private synchronized void admit(DomainId id, Departure departure) throws HypervisorException {
        if (underWay.size() >= MOST) {
            throw new HypervisorException(
                    Reason.BUSY, departure.attempt() + ": " + MOST + " migrations go on, as many as there may be");
        }
        underWay.put(id, departure);
    }

    private static String attempt(String name, MigrationRequest request) {
        return "Cannot migrate '" + name + "' to '" + request.destination() + "'";
    }

    private static Reason reason(Kind kind) {
        return switch (kind) {
            case STATE -> Reason.INVALID_STATE;
            case REQUEST, SAME_HOST -> Reason.INVALID_DEFINITION;
            case UNREACHABLE -> Reason.UNAVAILABLE;
            case MEMORY -> Reason.INSUFFICIENT_RESOURCES;
            case TAKEN -> Reason.ALREADY_EXISTS;
            case PLATFORM, PROCESSOR, HOST_DEVICE, DISK, NETWORK -> Reason.UNSUPPORTED;
        };
    }

    @Override
    public void adjust(DomainId id, @Nullable DataRate bandwidth, @Nullable Duration maximumDowntime)
            throws HypervisorException {
        SimulatedHost here = engine.reach();
        String name = here.alone(() -> here.registry().find(id).name());
        Departure departure = underWay.get(id);
        if (departure == null) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, "Cannot change the migration of '" + name + "': none goes on");
        }
        departure.adjust(bandwidth, maximumDowntime);
    }
}
