package org.telvirt.hypervisor.libvirt.migration;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.migration.Settlement;

/** Migrations to other hosts that libvirt drives. Safe for use by many threads. */
public final class LibvirtMigration implements Migration {
    /** As many as a host's network has use for; more at once only take longer each. */
    private static final int MOST = 4;

    private final String uri;
    private final LibvirtConnection connection;
    private final Executor executor;
    private final InstantSource clock;
    private final Map<MigrationFeature, String> missing;
    private final Map<DomainId, Flight> flights = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST);

    /**
     * @param uri of this host's libvirt
     * @param executor has a thread for each migration, and for each host that does not answer at once
     * @throws HypervisorException UNAVAILABLE
     */
    public LibvirtMigration(String uri, LibvirtConnection connection, Executor executor, InstantSource clock)
            throws HypervisorException {
        this.uri = uri;
        this.connection = connection;
        this.executor = executor;
        this.clock = clock;
        this.missing = connection.read(on -> missing(MigrationLibrary.virConnectGetType(on)));
    }

    private static Map<MigrationFeature, String> missing(@Nullable String type) {
        Map<MigrationFeature, String> missing = new EnumMap<>(MigrationFeature.class);
        if ("QEMU".equals(type)) {
            return missing;
        }
        String driver = "libvirt's " + type + " driver ";
        if ("TEST".equalsIgnoreCase(type)) {
            for (MigrationFeature feature : MigrationFeature.values()) {
                missing.put(feature, driver + "has no migration");
            }
            return missing;
        }
        for (MigrationFeature feature : List.of(
                MigrationFeature.POST_COPY,
                MigrationFeature.AUTO_CONVERGE,
                MigrationFeature.COPIED_STORAGE,
                MigrationFeature.TLS,
                MigrationFeature.BANDWIDTH,
                MigrationFeature.MAXIMUM_DOWNTIME,
                MigrationFeature.RESTART)) {
            missing.put(feature, driver + "has no such migration");
        }
        return missing;
    }

    @Override
    public Map<MigrationFeature, String> missing() {
        return Map.copyOf(missing);
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<MigrationObstacle> check(DomainId id, MigrationRequest request) throws HypervisorException {
        requireThere(id);
        List<MigrationObstacle> obstacles = new ArrayList<>();
        request.violations().forEach(violation -> obstacles.add(new MigrationObstacle(Kind.REQUEST, violation)));
        for (MigrationFeature need : request.needs()) {
            if (!offers(need)) {
                obstacles.add(new MigrationObstacle(Kind.REQUEST, Objects.requireNonNull(missing.get(need))));
            }
        }
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        try (Link here = Link.to(uri, executor);
                GuestHandle guest = GuestHandle.find(here, id)) {
            return check(here, guest, request);
        }
    }

    private List<MigrationObstacle> check(Link here, GuestHandle guest, MigrationRequest request)
            throws HypervisorException {
        try (Link there = Link.to(address(request.destination()), executor)) {
            return new Examination(here, there, guest, request).obstacles();
        } catch (HypervisorException e) {
            if (e.reason() == Reason.UNAVAILABLE || e.reason() == Reason.DENIED) {
                return List.of(new MigrationObstacle(Kind.UNREACHABLE, e.getMessage()));
            }
            throw e;
        }
    }

    private String requireThere(DomainId id) throws HypervisorException {
        return connection.read(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                return domain.name();
            }
        });
    }

    @Override
    public MigrationResult migrate(DomainId id, MigrationRequest request) throws HypervisorException {
        String attempt = "Cannot migrate '" + requireThere(id) + "' to '" + request.destination() + "'";
        for (String violation : request.violations()) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + violation);
        }
        for (MigrationFeature need : request.needs()) {
            require(need, attempt);
        }
        if (!places.tryAcquire()) {
            throw new HypervisorException(
                    Reason.BUSY, attempt + ": " + MOST + " migrations go on, as many as there may be");
        }
        try {
            return migrate(id, request, attempt);
        } finally {
            places.release();
        }
    }

    private MigrationResult migrate(DomainId id, MigrationRequest request, String attempt) throws HypervisorException {
        try (Link here = Link.to(uri, executor);
                Link there = connect(request, attempt);
                GuestHandle guest = GuestHandle.find(here, id)) {
            for (MigrationObstacle obstacle : examined(here, there, guest, request, attempt)) {
                throw new HypervisorException(reason(obstacle.kind()), attempt + ": " + obstacle.message());
            }
            Flight flight = new Flight(here, there, guest, request, attempt, clock);
            flights.put(id, flight);
            try {
                return request.mode() == Mode.RESTART ? flight.restart(id) : flight.perform(id, executor);
            } finally {
                flights.remove(id, flight);
            }
        }
    }

    /** What stands in the way; nothing has been done yet. */
    private static List<MigrationObstacle> examined(
            Link here, Link there, GuestHandle guest, MigrationRequest request, String attempt)
            throws HypervisorException {
        try {
            return new Examination(here, there, guest, request).obstacles();
        } catch (HypervisorException e) {
            Reason reason = there.isAlive() ? e.reason() : Reason.UNAVAILABLE;
            String now = guest.isActive() ? "; the domain goes on here" : "; nothing has been done";
            throw new HypervisorException(reason, attempt + ": " + e.getMessage() + now, e);
        }
    }

    @Override
    public Settlement settle(DomainId id, String destination, boolean mayReturn) throws HypervisorException {
        requireThere(id);
        try (Link here = Link.to(uri, executor);
                GuestHandle guest = GuestHandle.find(here, id)) {
            Settlement untouchable = Remains.untouchable(guest);
            return untouchable == null ? settle(here, guest, id, destination, mayReturn) : untouchable;
        }
    }

    private Settlement settle(Link here, GuestHandle guest, DomainId id, String destination, boolean mayReturn)
            throws HypervisorException {
        try (Link there = Link.to(address(destination), executor)) {
            return new Remains(here, there, guest).settle(id, mayReturn);
        } catch (HypervisorException e) {
            if (e.reason() == Reason.UNAVAILABLE || e.reason() == Reason.DENIED) {
                return Remains.open("it stands still here, and '" + destination
                        + "' cannot be asked whether it runs there: " + e.getMessage()
                        + "; see there, then deactivate it here if it runs there, else activate it");
            }
            throw e;
        }
    }

    private Link connect(MigrationRequest request, String attempt) throws HypervisorException {
        try {
            return Link.to(address(request.destination()), executor);
        } catch (HypervisorException e) {
            throw new HypervisorException(e.reason(), attempt + ": " + e.getMessage(), e);
        }
    }

    /** A host alone is reached encrypted, with the certificates of the hosts. */
    private String address(String destination) {
        if (destination.contains(":/")) {
            return destination;
        }
        String driver = uri.substring(0, uri.indexOf(':')).replaceFirst("\\+.*", "");
        String host = destination.indexOf(':') < 0 ? destination : "[" + destination + "]"; // of IPv6
        return driver + "+tls://" + host + "/system";
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
        String name = requireThere(id);
        String attempt = "Cannot change the migration of '" + name + "'";
        if (bandwidth != null) {
            require(MigrationFeature.BANDWIDTH, attempt);
        }
        if (maximumDowntime != null) {
            require(MigrationFeature.MAXIMUM_DOWNTIME, attempt);
        }
        Flight flight = flights.get(id);
        if (flight == null) {
            throw new HypervisorException(Reason.INVALID_STATE, attempt + ": none goes on that was begun here");
        }
        flight.adjust(bandwidth, maximumDowntime);
    }
}
