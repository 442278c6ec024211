package org.telvirt.sdk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.CimArgument;

/** A virtual system (DSP1057). What is read is asked of the server each time. Safe for use by many threads. */
public final class VirtualSystem {
    private static final AssociationFilter STATE = new AssociationFilter(
            Names.CIM_SETTINGS_DEFINE_STATE, Names.CIM_VIRTUAL_SYSTEM_SETTING_DATA, Names.MANAGED_ELEMENT, null);

    private static final AssociationFilter PARTS =
            new AssociationFilter(Names.CIM_VIRTUAL_SYSTEM_SETTING_DATA_COMPONENT, null, null, null);
    private static final AssociationFilter SNAPSHOTS =
            new AssociationFilter(Names.CIM_SNAPSHOT_OF_VIRTUAL_SYSTEM, null, null, null);
    private static final AssociationFilter OTHERS =
            new AssociationFilter(Names.CIM_ELEMENT_SETTING_DATA, null, Names.MANAGED_ELEMENT, null);
    private static final int IS_NEXT = 1;
    private static final int FULL_SNAPSHOT = 2;

    private final CimConnection connection;
    private final CimInstancePath path;

    VirtualSystem(CimConnection connection, CimInstancePath path) {
        this.connection = connection;
        this.path = path;
    }

    /** Where it is, a CIM_ComputerSystem. */
    public CimInstancePath path() {
        return path;
    }

    /** Its name for people. */
    public String name() throws SdkException {
        return Objects.requireNonNullElse(read().text(Names.ELEMENT_NAME), "");
    }

    public SystemState state() throws SdkException {
        return SystemState.of(read().number(Names.ENABLED_STATE));
    }

    private CimInstance read() throws SdkException {
        try {
            return connection.get(path);
        } catch (CimException e) {
            throw SdkException.of("Cannot read virtual system " + path, e);
        }
    }

    /**
     * Asks for a transition and waits until it is over.
     *
     * @throws SdkException it was refused, or failed, or takes longer than ten minutes
     */
    public void request(Transition transition) throws SdkException {
        Job job = begin(transition, null);
        if (job != null) {
            job.await(Calls.LONG);
        }
    }

    /**
     * Asks for a transition that the server gives up after a while, and waits until it is over.
     *
     * @throws SdkException as {@link #request(Transition)}
     */
    public void request(Transition transition, Duration timeout) throws SdkException {
        Job job = begin(transition, timeout);
        if (job != null) {
            // the server gives up first, so that it can say why
            job.await(timeout.plus(timeout).plusSeconds(1));
        }
    }

    /**
     * Asks for a transition.
     *
     * @param timeout after which the server gives up; null: as the server likes
     * @return null: it is over already
     */
    public @Nullable Job begin(Transition transition, @Nullable Duration timeout) throws SdkException {
        List<CimArgument> arguments = new ArrayList<>();
        arguments.add(Calls.argument(Names.REQUESTED_STATE, CimValues.uint16(transition.requestedState())));
        if (timeout != null) {
            arguments.add(Calls.argument(Names.TIMEOUT_PERIOD, CimValues.dateTime(CimDateTime.of(timeout))));
        }
        return new Calls(connection)
                .once(path, Names.REQUEST_STATE_CHANGE, arguments, transition + " of " + path)
                .job();
    }

    /** What it consists of now (DSP1057, state configuration). */
    public List<CimInstance> resources() throws SdkException {
        return parts(stateSettings());
    }

    /** What its next start uses (DSP1057, defined or next configuration). */
    public List<CimInstance> definedResources() throws SdkException {
        return parts(definedSettings());
    }

    /** The settings of the system as a whole, as it is now. */
    public CimInstance settings() throws SdkException {
        try {
            return connection.get(stateSettings());
        } catch (CimException e) {
            throw SdkException.of("Cannot read the settings of " + path, e);
        }
    }

    private CimInstancePath stateSettings() throws SdkException {
        try {
            for (CimInstance settings : connection.associators(path, STATE)) {
                return Objects.requireNonNull(settings.path());
            }
        } catch (CimException e) {
            throw SdkException.of("Cannot look for the settings of " + path, e);
        }
        throw SdkException.of("Virtual system " + path + " has no state configuration");
    }

    /** The configuration of the next start; a server may use that of the state for it. */
    private CimInstancePath definedSettings() throws SdkException {
        CimInstancePath state = stateSettings();
        try {
            for (CimInstance link : connection.references(state, OTHERS)) {
                CimValue setting = link.value(Names.SETTING_DATA);
                if (Objects.equals(link.number(Names.IS_NEXT), (long) IS_NEXT)
                        && setting instanceof CimValue.Reference reference
                        && reference.path() instanceof CimInstancePath defined) {
                    return defined;
                }
            }
            return state;
        } catch (CimException e) {
            throw SdkException.of("Cannot look for the definition of " + path, e);
        }
    }

    private List<CimInstance> parts(CimInstancePath configuration) throws SdkException {
        try {
            return connection.associators(configuration, PARTS);
        } catch (CimException e) {
            throw SdkException.of("Cannot read the resources of " + path, e);
        }
    }

    /**
     * Adds resources to what its next start uses (DSP1042 AddResourceSettings).
     *
     * @return their paths, in the order of the settings
     */
    public List<CimInstancePath> define(CimInstance... settings) throws SdkException {
        return add(definedSettings(), settings);
    }

    /** Adds resources to it while it runs, for this run alone. */
    public List<CimInstancePath> plug(CimInstance... settings) throws SdkException {
        return add(stateSettings(), settings);
    }

    private List<CimInstancePath> add(CimInstancePath configuration, CimInstance... settings) throws SdkException {
        return manage(
                        Names.ADD_RESOURCE_SETTINGS,
                        "Adding resources to " + path,
                        Calls.argument(Names.AFFECTED_CONFIGURATION, CimValues.reference(configuration)),
                        Calls.argument(Names.RESOURCE_SETTINGS, CimValues.embeddeds(List.of(settings))))
                .paths(Names.RESULTING_RESOURCE_SETTINGS);
    }

    /**
     * Changes resources (DSP1042 ModifyResourceSettings).
     *
     * @param settings with the InstanceID of what is to be changed, and what shall be otherwise
     */
    public void change(CimInstance... settings) throws SdkException {
        var unused = manage(
                Names.MODIFY_RESOURCE_SETTINGS,
                "Changing resources of " + path,
                Calls.argument(Names.RESOURCE_SETTINGS, CimValues.embeddeds(List.of(settings))));
    }

    /** Takes resources away (DSP1042 RemoveResourceSettings). */
    public void remove(CimInstancePath... resources) throws SdkException {
        var unused = manage(
                Names.REMOVE_RESOURCE_SETTINGS,
                "Removing resources of " + path,
                Calls.argument(Names.RESOURCE_SETTINGS, CimValues.references(List.of(resources))));
    }

    /** Destroys it with everything that only it has; disks stay (DSP1042 DestroySystem). */
    public void destroy() throws SdkException {
        var unused = manage(
                Names.DESTROY_SYSTEM,
                "Destroying " + path,
                Calls.argument(Names.AFFECTED_SYSTEM, CimValues.reference(path)));
    }

    private Calls.Reply manage(CimName method, String what, CimArgument... arguments) throws SdkException {
        CimInstancePath service = VirtualSystems.service(connection, Names.CIM_VIRTUAL_SYSTEM_MANAGEMENT_SERVICE);
        return new Calls(connection).call(service, method, List.of(arguments), what);
    }

    /**
     * Takes a snapshot of memory and disks (DSP1042 CreateSnapshot). Its name goes as a CIM_VirtualSystemSettingData, which a
     * snapshot is: the standard has no class for what is wished of one.
     */
    public void takeSnapshot(String name) throws SdkException {
        CimInstance settings =
                CimInstance.of(Names.CIM_VIRTUAL_SYSTEM_SETTING_DATA).with(Names.ELEMENT_NAME, name).build();
        snapshot(
                Names.CREATE_SNAPSHOT,
                "Taking snapshot '" + name + "' of " + path,
                Calls.argument(Names.AFFECTED_SYSTEM, CimValues.reference(path)),
                Calls.argument(Names.SNAPSHOT_SETTINGS, CimValues.embedded(settings)),
                Calls.argument(Names.SNAPSHOT_TYPE, CimValues.uint16(FULL_SNAPSHOT)));
    }

    /** Its snapshots, each a CIM_VirtualSystemSettingData whose ElementName is its name. */
    public List<CimInstance> snapshots() throws SdkException {
        try {
            return connection.associators(path, SNAPSHOTS);
        } catch (CimException e) {
            throw SdkException.of("Cannot list the snapshots of " + path, e);
        }
    }

    /** Goes back to a snapshot (DSP1042 ApplySnapshot). */
    public void applySnapshot(String name) throws SdkException {
        snapshot(
                Names.APPLY_SNAPSHOT,
                "Going back to snapshot '" + name + "' of " + path,
                Calls.argument(Names.SNAPSHOT, CimValues.reference(snapshotPath(name))));
    }

    /** Gives a snapshot up (DSP1042 DestroySnapshot). */
    public void destroySnapshot(String name) throws SdkException {
        snapshot(
                Names.DESTROY_SNAPSHOT,
                "Destroying snapshot '" + name + "' of " + path,
                Calls.argument(Names.AFFECTED_SNAPSHOT, CimValues.reference(snapshotPath(name))));
    }

    private CimInstancePath snapshotPath(String name) throws SdkException {
        for (CimInstance snapshot : snapshots()) {
            if (name.equals(snapshot.text(Names.ELEMENT_NAME))) {
                return Objects.requireNonNull(snapshot.path());
            }
        }
        throw SdkException.of("Virtual system " + path + " has no snapshot '" + name + "'");
    }

    private void snapshot(CimName method, String what, CimArgument... arguments) throws SdkException {
        CimInstancePath service = VirtualSystems.service(connection, Names.CIM_VIRTUAL_SYSTEM_SNAPSHOT_SERVICE);
        var unused = new Calls(connection).call(service, method, List.of(arguments), what);
    }

    /** The path. */
    @Override
    public String toString() {
        return path.toString();
    }
}
