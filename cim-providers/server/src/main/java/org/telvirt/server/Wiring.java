package org.telvirt.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.telvirt.access.AccessControl;
import org.telvirt.access.ClassTree;
import org.telvirt.access.profile.AuthorizationProfile;
import org.telvirt.access.profile.KnownUsers;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.CimomBuilder;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.guard.Guard;
import org.telvirt.cimom.guard.OperationLog;
import org.telvirt.cimom.interop.InteropProviders;
import org.telvirt.cimom.interop.ServerIdentity;
import org.telvirt.cimom.interop.ServerIdentity.Door;
import org.telvirt.cimom.query.StandardLanguages;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.cimxml.CimXmlDoor;
import org.telvirt.cimxml.CimXmlSettings;
import org.telvirt.cimxml.codec.EmbeddedObjects;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityRecords;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.startup.HostAutomation;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.VirtualizationProviders;
import org.telvirt.providers.host.HostNames;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.PamAccounts;
import org.telvirt.server.access.Users;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.observation.EngineProbe;
import org.telvirt.server.observation.OperationMeter;
import org.telvirt.server.observation.Reports;
import org.telvirt.server.observation.StoreMeter;
import org.telvirt.server.observation.Vitals;
import org.telvirt.server.porch.Page;
import org.telvirt.server.porch.Porch;
import org.telvirt.server.settings.Limits;
import org.telvirt.server.settings.Security;
import org.telvirt.server.settings.Security.Authentication;
import org.telvirt.server.settings.Security.MetricsReaders;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.state.Announcement;
import org.telvirt.server.state.PrivateFile;
import org.telvirt.server.state.StateFolder;
import org.telvirt.server.tls.TlsIdentity;
import org.telvirt.server.tls.TlsWatch;
import org.telvirt.store.Store;
import org.telvirt.store.journal.JournalStore;

/** The only place that makes services: from the ground of the house, the engine, up to the porch. */
final class Wiring {
    private static final long ENUMERATION_CHECK_SECONDS = 5;
    private static final long FILE_CHECK_SECONDS = 2;
    private static final long PROBE_SECONDS = 5;
    private static final Duration HOST_STOP = Duration.ofMinutes(5);

    private final Settings settings;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Opened opened = new Opened();

    private Wiring(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts everything.
     *
     * @throws StartException something cannot be used; nothing stays open
     */
    static RunningServer start(Settings settings) throws StartException {
        Wiring wiring = new Wiring(settings);
        try {
            return wiring.start();
        } catch (StartException | RuntimeException e) {
            wiring.opened.close();
            throw e;
        }
    }

    /** What is slow and stands alone is made ready by other threads meanwhile. */
    private RunningServer start() throws StartException {
        StateFolder state = opened.add(StateFolder.open(settings.state()));
        ServerThreads threads = opened.add(new ServerThreads(settings.limits()));
        Executor starters = threads.starters();
        var store = Preparation.begin(starters, () -> store(state));
        var facility = Preparation.begin(starters, () -> facility(threads, store));
        var classes = Preparation.begin(starters, Library::classes);
        TlsWatch certificates = new TlsWatch(state, settings.security().clientCa(), clock);
        var identity = Preparation.begin(
                starters, () -> TlsIdentity.open(state, settings.security().clientCa(), Machine.hostName(), clock));
        var access = Preparation.begin(starters, () -> access(threads));
        Porch porch = opened.add(new Porch(settings, threads.http(), threads.timer(), System::nanoTime));
        Engine engine = facility.await();
        Schemas namespaces = Library.namespaces(classes.await());
        List<EmbeddedObjectReader> notations =
                List.of(new EmbeddedObjects(cimXml().limits()), new MofObjectReader(classes.await()));
        AccessControl roles = roles(store.await(), namespaces);
        List<ProviderSet> providers = providers(engine, namespaces, state.serverId());
        providers.addAll(roleProviders(roles, access.await().users(), engine, providers));
        CimomBuilder parts = Cimom.over(namespaces, providers, clock)
                .readers(notations)
                .languages(StandardLanguages.of(clock))
                .authorizer(roles.authorizer())
                .limits(enumerationLimits())
                .store(store.await());
        Cimom cimom = opened.add(open(parts));
        every(ENUMERATION_CHECK_SECONDS, threads, cimom::closeExpiredEnumerations);
        OperationMeter meter = new OperationMeter(System::nanoTime);
        CimService office = Guard.around(cimom, List.of(meter, new OperationLog()));
        CimXmlDoor door = new CimXmlDoor(office, cimXml());
        Authenticator authenticator = access.await().authenticator();
        List<Page> pages =
                pages(new Reports(vitals(engine, namespaces, cimom, porch, authenticator), meter, store.await()));
        opened.add(porch).open(door::handle, authenticator, identity.await(), pages);
        every(PROBE_SECONDS, threads, engine.probe()::ask);
        every(FILE_CHECK_SECONDS, threads, () -> certificates.changed().ifPresent(porch::renew));
        announce(state, porch, authenticator);
        advertise(porch, state.serverId(), namespaces, cimom, threads);
        return new RunningServer(
                porch.httpAddress(),
                porch.httpsAddress(),
                identity.await().certificateFile(),
                access.await().freshPassword(),
                opened);
    }

    private void advertise(Porch porch, UUID serverId, Schemas namespaces, Cimom cimom, ServerThreads threads)
            throws StartException {
        if (settings.slpPort().isEmpty()) {
            return;
        }
        try {
            List<String> profiles = Discovery.profiles(cimom, CallContext.internal(owner()));
            Discovery.Known known = new Discovery.Known(serverId, namespaces.names(), profiles);
            opened.add(Discovery.begin(settings.bind(), settings.slpPort().getAsInt(), porch, known, threads));
        } catch (CimException e) {
            throw new StartException(ExitCode.FAILED, "The registered profiles cannot be read: " + e.getMessage(), e);
        }
    }

    private void announce(StateFolder state, Porch porch, Authenticator authenticator) throws StartException {
        String key = Announcement.freshKey(random);
        authenticator.issue(key, owner());
        try {
            opened.add(new Announcement(porch.httpAddress(), porch.httpsAddress(), key).publish(state));
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE,
                    "Cannot write to the state folder " + state.path() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The facility and what it stands on. */
    private record Engine(LocalFacility facility, EngineProbe probe) {}

    /** Connects while the store opens, and then needs it: what the server before this one was at is taken up. */
    private Engine facility(ServerThreads threads, Preparation<StoreMeter> store) throws StartException {
        Hypervisor engine = opened.add(EngineRoom.open(settings.hypervisor(), threads, clock));
        FacilityThreads facilityThreads = new FacilityThreads(threads.jobs(), threads.events(), threads.timer());
        StoreMeter kept = store.await();
        FacilityRecords records = new FacilityRecords(new FacilityTexts(kept), new StoredPools(kept));
        try {
            LocalFacility facility = opened.add(
                    LocalFacility.open(engine, FacilitySettings.standard(), facilityThreads, clock, records));
            EngineRoom.watch(engine, threads);
            HostAutomation automation = facility.automate(texts, EngineRoom.bootId(engine));
            opened.add(new HostStop(automation, HostStop::isSystemdStopping, HOST_STOP));
            return new Engine(facility, new EngineProbe(engine, System::nanoTime));
        } catch (FacilityException e) {
            throw EngineRoom.unavailable(settings.hypervisor(), e);
        }
    }

    private StoreMeter store(StateFolder state) throws StartException {
        try {
            return opened.add(new StoreMeter(JournalStore.open(state.path().resolve("store")), System::nanoTime));
        } catch (IOException e) {
            throw new StartException(ExitCode.STATE_UNUSABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private List<ProviderSet> providers(Engine engine, Schemas namespaces, UUID serverId) {
        List<ProviderSet> providers = new ArrayList<>(VirtualizationProviders.of(engine.facility(), clock));
        ServerIdentity identity = identity(engine.facility().host(), serverId, namespaces);
        InteropProviders interop = new InteropProviders(identity, namespaces, enumerationLimits());
        providers.add(interop.hostedBy(hosts(providers), Library.VIRT, Library.INTEROP));
        providers.add(interop.in(Library.INTEROP));
        return providers;
    }

    /** Who may do what; somebody always may do everything. */
    private AccessControl roles(Store store, Schemas namespaces) throws StartException {
        try {
            AccessControl roles = AccessControl.open(store, ClassTree.of(namespaces));
            roles.ensureAdministrator(owner());
            return roles;
        } catch (IOException | CimException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE, "The roles of the users cannot be read: " + e.getMessage(), e);
        }
    }

    private List<ProviderSet> roleProviders(
            AccessControl roles, KnownUsers users, Engine engine, List<ProviderSet> providers) {
        CimName host = HostNames.TELVIRT_HOST_SYSTEM;
        CimInstancePath path = CimInstancePath.of(
                host,
                new CimKey(CimName.of("CreationClassName"), CimValues.text(host.toString())),
                new CimKey(
                        CimName.of("Name"),
                        CimValues.text(engine.facility().host().uuid().toString())));
        return new AuthorizationProfile(roles, users, path, hosts(providers), Library.VIRT).providers();
    }

    private static InstanceProvider hosts(List<ProviderSet> providers) {
        return providers.stream()
                .flatMap(set -> set.instances().stream())
                .filter(provider -> provider.className().equals(HostNames.TELVIRT_HOST_SYSTEM))
                .findFirst()
                .orElseThrow();
    }

    /** Who is administrator until somebody says otherwise: of users that are the system's, the one this runs as. */
    private String owner() {
        boolean system = settings.security().authentication() == Authentication.PAM;
        return system ? System.getProperty("user.name") : Administrator.NAME;
    }

    private static Cimom open(CimomBuilder parts) throws StartException {
        try {
            return parts.open();
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE, "What the server keeps cannot be read: " + e.getMessage(), e);
        }
    }

    private Vitals vitals(Engine engine, Schemas namespaces, Cimom cimom, Porch porch, Authenticator authenticator) {
        LongAdder events = new LongAdder();
        var unused = engine.facility().listen(event -> events.increment());
        long began = System.nanoTime();
        return new Vitals(
                Version.TEXT,
                () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
                () -> urls(porch),
                settings.hypervisor().toString(),
                engine.probe()::answers,
                () -> namespaces.names().stream().map(CimNamespace::toString).toList(),
                cimom::openEnumerations,
                porch::load,
                authenticator::lockouts,
                authenticator::wrongPasswords,
                events::sum);
    }

    private static List<String> urls(Porch porch) {
        List<String> urls = new ArrayList<>();
        porch.httpAddress().ifPresent(address -> urls.add("http://" + address + "/cimom"));
        porch.httpsAddress().ifPresent(address -> urls.add("https://" + address + "/cimom"));
        return urls;
    }

    private List<Page> pages(Reports reports) {
        String json = "application/json";
        return List.of(
                new Page(
                        "/health",
                        MetricsReaders.ALL,
                        () -> new Page.Content(reports.isHealthy() ? 200 : 503, json, reports.health())),
                new Page("/status", MetricsReaders.USERS, () -> new Page.Content(200, json, reports.status())),
                new Page(
                        "/metrics",
                        settings.security().metricsReaders(),
                        () -> new Page.Content(200, Reports.METRICS_TYPE, reports.metrics())));
    }

    private EnumerationLimits enumerationLimits() {
        Limits limits = settings.limits();
        EnumerationLimits usual = EnumerationLimits.DEFAULT;
        Duration longest = limits.enumerationTimeout();
        return new EnumerationLimits(
                usual.defaultTimeout().compareTo(longest) < 0 ? usual.defaultTimeout() : longest,
                longest,
                false,
                limits.enumerations(),
                limits.enumerationsPerUser(),
                limits.pulledObjects());
    }

    private CimXmlSettings cimXml() {
        Limits limits = settings.limits();
        XmlLimits usual = XmlLimits.DEFAULT;
        return new CimXmlSettings(
                new XmlLimits(
                        limits.xmlDepth(),
                        limits.xmlAttributes(),
                        usual.attributeLength(),
                        limits.requestBytes(),
                        limits.xmlElements(),
                        usual.embedding()),
                CimXmlSettings.DEFAULT.errorInstances());
    }

    private ServerIdentity identity(HostSystem host, UUID serverId, Schemas namespaces) {
        List<Door> doors = new ArrayList<>();
        settings.httpPort().ifPresent(port -> doors.add(new Door("cim-xml-http", "CIM-XML over HTTP", true)));
        settings.httpsPort().ifPresent(port -> doors.add(new Door("cim-xml-https", "CIM-XML over HTTPS", true)));
        return new ServerIdentity(
                HostNames.TELVIRT_HOST_SYSTEM,
                host.uuid().toString(),
                "Telvirt:" + serverId,
                Version.TEXT,
                namespaces.names(),
                doors);
    }

    /** Who may use the server. */
    private record Access(Authenticator authenticator, Optional<String> freshPassword, KnownUsers users) {}

    private Access access(ServerThreads threads) throws StartException {
        Security security = settings.security();
        if (security.authentication() == Authentication.PAM) {
            PamAccounts accounts = PamAccounts.open(security.pamService(), System::nanoTime);
            return new Access(
                    new Authenticator(accounts, random, System::nanoTime),
                    Optional.empty(),
                    KnownUsers.found(accounts::contains));
        }
        Users users = Users.open(new PrivateFile(security.users()));
        Authenticator authenticator = new Authenticator(users, random, System::nanoTime);
        Optional<String> fresh = Administrator.appoint(users, authenticator, security.adminPasswordFile(), random);
        every(FILE_CHECK_SECONDS, threads, users::refresh);
        return new Access(authenticator, fresh, KnownUsers.listed(users::names));
    }

    private static void every(long seconds, ServerThreads threads, Runnable task) {
        var unused = threads.timer()
                .scheduleWithFixedDelay(() -> threads.jobs().execute(task), seconds, seconds, TimeUnit.SECONDS);
    }
}
