package org.telvirt.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.guard.Guard;
import org.telvirt.cimom.guard.OperationLog;
import org.telvirt.cimom.interop.InteropProviders;
import org.telvirt.cimom.interop.ServerIdentity;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.cimxml.CimXmlDoor;
import org.telvirt.cimxml.CimXmlSettings;
import org.telvirt.cimxml.codec.EmbeddedObjects;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.VirtualizationProviders;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.porch.Door;
import org.telvirt.server.settings.Settings;

/** The floors from the engine up to the doors, in the order of the drawing, read from below. */
final class House {
    private static final String SCHEMA_FOLDER = "org/telvirt/schema";
    private static final String SCHEMA_FILE = "schema.mof";
    private static final long LEASE_CHECK_SECONDS = 5;

    private final Settings settings;
    private final ServerThreads threads;
    private final Opened opened;
    private final String version;

    House(Settings settings, ServerThreads threads, Opened opened, String version) {
        this.settings = settings;
        this.threads = threads;
        this.opened = opened;
        this.version = version;
    }

    /**
     * Builds all floors.
     *
     * @throws StartException the engine cannot be reached
     */
    Door build() throws StartException {
        Future<NamespaceSchema> classes = threads.starters().submit(House::schema);
        Hypervisor engine = opened.add(Engines.open(settings.hypervisor(), threads));
        LocalFacility facility = opened.add(facility(engine));
        return new CimXmlDoor(office(facility, await(classes)), CimXmlSettings.DEFAULT)::handle;
    }

    private static NamespaceSchema schema() throws MofException {
        return MofCompiler.schema(MofSource.classPath(House.class.getClassLoader(), SCHEMA_FOLDER), SCHEMA_FILE);
    }

    private static NamespaceSchema await(Future<NamespaceSchema> classes) {
        try {
            return classes.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the schema in the server's own jar is damaged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LocalFacility facility(Hypervisor engine) throws StartException {
        try {
            return LocalFacility.open(
                    engine,
                    FacilitySettings.standard(),
                    new FacilityThreads(threads.jobs(), threads.hostEvents(), threads.timer()),
                    Clock.systemUTC());
        } catch (FacilityException e) {
            throw new StartException(
                    ExitCode.HYPERVISOR_UNAVAILABLE,
                    "The hypervisor " + settings.hypervisor() + " cannot be used: " + e.getMessage(),
                    e);
        }
    }

    private CimService office(LocalFacility facility, NamespaceSchema classes) {
        Schemas schemas = Schemas.none()
                .with(new Schema(SpaceNames.VIRT, classes))
                .with(new Schema(SpaceNames.INTEROP, classes), SpaceNames.INTEROP_ALIASES);
        EnumerationLimits limits = EnumerationLimits.DEFAULT;
        ServerIdentity identity = new ServerIdentity(
                CimName.of("Telvirt_HostSystem"),
                facility.host().uuid().toString(),
                "Telvirt:" + facility.host().uuid(),
                version,
                schemas.names(),
                doors());
        List<ProviderSet> providers = new ArrayList<>(VirtualizationProviders.of(facility, Clock.systemUTC()));
        providers.add(new InteropProviders(identity, limits).in(SpaceNames.INTEROP));
        Cimom cimom = opened.add(Cimom.of(
                schemas,
                providers,
                List.of(new EmbeddedObjects(CimXmlSettings.DEFAULT.limits()), new MofObjectReader(classes)),
                limits,
                Clock.systemUTC(),
                Defects.logged()));
        var unused = threads.timer()
                .scheduleWithFixedDelay(
                        () -> threads.jobs().execute(cimom::closeExpiredEnumerations),
                        LEASE_CHECK_SECONDS,
                        LEASE_CHECK_SECONDS,
                        TimeUnit.SECONDS);
        return Guard.around(cimom, List.of(new OperationLog()));
    }

    private List<ServerIdentity.Door> doors() {
        List<ServerIdentity.Door> doors = new ArrayList<>();
        if (settings.httpPort().isPresent()) {
            doors.add(new ServerIdentity.Door("cim-xml-http", "CIM-XML over HTTP", true));
        }
        if (settings.httpsPort().isPresent()) {
            doors.add(new ServerIdentity.Door("cim-xml-https", "CIM-XML over HTTPS", true));
        }
        return doors;
    }
}
