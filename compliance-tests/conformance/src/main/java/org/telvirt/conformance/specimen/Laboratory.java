package org.telvirt.conformance.specimen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** Makes virtual systems by the management service, and destroys at the end what is left of them. */
public final class Laboratory implements AutoCloseable {
    private static final String PREFIX = "telvirt-check-";
    private static final int MOST_LOOKS = 3000;
    private static final long FIRST_STATE_OF_AN_END = 7;
    private static final long LAST_STATE_OF_AN_END = 10;

    private final WbemServer server;
    private final CimNamespace namespace;
    private final Pause pause;
    private final Deque<CimInstancePath> defined = new ArrayDeque<>();
    private int number;

    /**
     * @param namespace where the virtual systems are
     * @param pause between two looks at a job
     */
    public Laboratory(WbemServer server, CimNamespace namespace, Pause pause) {
        this.server = server;
        this.namespace = namespace;
        this.pause = pause;
    }

    /** The server. */
    public WbemServer server() {
        return server;
    }

    /** Where the virtual systems are. */
    public CimNamespace namespace() {
        return namespace;
    }

    /** A name that no other virtual system has. */
    public String freshName() {
        number++;
        return PREFIX + number;
    }

    /**
     * The management service.
     *
     * @throws CimException NOT_FOUND: there is none
     */
    public CimInstancePath service() throws CimException {
        List<CimInstancePath> services = server.names(namespace, "CIM_VirtualSystemManagementService");
        if (services.isEmpty()) {
            throw new CimException(
                    CimStatus.NOT_FOUND,
                    "No CIM_VirtualSystemManagementService in namespace " + namespace
                            + ": virtual systems cannot be defined there");
        }
        return services.get(0);
    }

    /** Calls DefineSystem; the system is destroyed at the end whatever comes of it. */
    public Outcome define(String name, List<CimInstance> resources) throws CimException {
        CimInstance settings = CimInstance.of(CimName.of("CIM_VirtualSystemSettingData"))
                .with(CimName.of("ElementName"), name)
                .build();
        Outcome outcome = settled(manage(
                "DefineSystem",
                Outcome.argument("SystemSettings", CimValues.embedded(settings)),
                Outcome.argument("ResourceSettings", CimValues.embeddeds(resources))));
        CimInstancePath system = outcome.path("ResultingSystem");
        if (system != null) {
            defined.push(WbemServer.whole(system, namespace));
        }
        return outcome;
    }

    /** Defines a virtual system with these resources. */
    public Specimen specimen(CimInstance... resources) throws CimException {
        Outcome outcome = define(freshName(), List.of(resources));
        CimInstancePath path = outcome.path("ResultingSystem");
        if (path == null) {
            throw CimException.failed("DefineSystem gave no system but " + outcome + why(outcome));
        }
        return new Specimen(this, WbemServer.whole(path, namespace));
    }

    /** A small one: a processor and 16 MiB. */
    public Specimen small() throws CimException {
        return specimen(Resource.processors(1), Resource.memory(16));
    }

    /** Calls a method of the management service. */
    public Outcome manage(String method, CimArgument... arguments) throws CimException {
        return server.invoke(service(), method, arguments);
    }

    /** What the job of an outcome says; empty: nothing. */
    public String why(Outcome outcome) throws CimException {
        CimInstancePath job = outcome.path("Job");
        CimInstance instance = job == null ? null : server.get(WbemServer.whole(job, namespace));
        return instance == null ? outcome.message() : " (" + instance.text(CimName.of("ErrorDescription")) + ")";
    }

    /**
     * The outcome, after its job has ended, if it began one.
     *
     * @throws CimException FAILED: the job does not end
     */
    public Outcome settled(Outcome outcome) throws CimException {
        CimInstancePath path = outcome.path("Job");
        if (outcome.returnValue() != Outcome.JOB_STARTED || path == null) {
            return outcome;
        }
        for (int look = 0; look < MOST_LOOKS; look++) {
            CimInstance job = server.get(WbemServer.whole(path, namespace));
            Long state = job == null ? (Long) FIRST_STATE_OF_AN_END : job.number(CimName.of("JobState"));
            if (state != null && state >= FIRST_STATE_OF_AN_END && state <= LAST_STATE_OF_AN_END) {
                return outcome;
            }
            pause.between();
        }
        throw CimException.failed("The job " + path + " does not end");
    }

    /** Waits until something is so; false: it does not happen. */
    public boolean eventually(Condition condition) throws CimException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (condition.holds()) {
                return true;
            }
            pause.between();
        }
        return false;
    }

    /** Something that is asked of the server. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws CimException;
    }

    /** Destroys a virtual system. */
    public Outcome destroy(CimInstancePath system) throws CimException {
        Outcome outcome =
                settled(manage("DestroySystem", Outcome.argument("AffectedSystem", CimValues.reference(system))));
        if (outcome.succeeded()) {
            defined.remove(system);
        }
        return outcome;
    }

    /** Destroys what is left. */
    @Override
    public void close() {
        while (!defined.isEmpty()) {
            CimInstancePath system = Objects.requireNonNull(defined.peek());
            try {
                destroy(system);
            } catch (CimException e) {
                // the check that made it has said what is wrong with the server
            }
            defined.remove(system);
        }
    }
}
