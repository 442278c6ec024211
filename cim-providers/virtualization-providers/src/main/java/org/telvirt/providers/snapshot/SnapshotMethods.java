package org.telvirt.providers.snapshot;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.snapshot.SnapshotKind;
import org.telvirt.facility.snapshot.SnapshotWish;
import org.telvirt.facility.snapshot.SystemSnapshots.Taken;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.SettingsReader;

/** CreateSnapshot, DestroySnapshot and ApplySnapshot. Safe for use by many threads. */
final class SnapshotMethods implements MethodProvider {
    /** The one return value that no other service has. */
    private static final int INVALID_TYPE = 6;

    private static final CimDataType RESULT = CimDataType.referenceTo(SnapshotNames.CIM_VIRTUAL_SYSTEM_SETTING_DATA);

    private final VirtualizationFacility facility;
    private final Answers answers;

    SnapshotMethods(VirtualizationFacility facility, Answers answers) {
        this.facility = facility;
        this.answers = answers;
    }

    @Override
    public CimName className() {
        return SnapshotNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(SnapshotNames.CREATE_SNAPSHOT, SnapshotNames.DESTROY_SNAPSHOT, SnapshotNames.APPLY_SNAPSHOT);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        SystemId subject = subject(method, arguments);
        String call = method + " of " + (subject == null ? "nothing that is there" : subject);
        try {
            return method.equals(SnapshotNames.CREATE_SNAPSHOT)
                    ? create(arguments, context)
                    : change(method, arguments);
        } catch (CimException e) {
            FacilityException why = new FacilityException(Reason.INVALID_ARGUMENT, e.getMessage(), e);
            return refused(context, call, subject, why);
        } catch (FacilityException e) {
            return refused(context, call, subject, e);
        }
    }

    private MethodResult refused(CallContext context, String call, @Nullable SystemId subject, FacilityException why) {
        return answers.refused(
                context, call, subject, ReturnValues.management(why.reason()).code(), why);
    }

    /** The virtual system that a call is about; null: none that is there. */
    private @Nullable SystemId subject(CimName method, Arguments arguments) {
        CimInstancePath path = arguments.reference(parameter(method));
        if (path == null) {
            return null;
        }
        ConfigurationId configuration = ConfigurationId.of(path);
        SystemId id = configuration == null ? SystemPath.id(path) : configuration.system();
        return id != null && facility.system(id) != null ? id : null;
    }

    private static CimName parameter(CimName method) {
        if (method.equals(SnapshotNames.CREATE_SNAPSHOT)) {
            return SnapshotNames.AFFECTED_SYSTEM;
        }
        return method.equals(SnapshotNames.APPLY_SNAPSHOT) ? SnapshotNames.SNAPSHOT : SnapshotNames.AFFECTED_SNAPSHOT;
    }

    private MethodResult create(Arguments arguments, CallContext context) throws CimException, FacilityException {
        CimInstancePath path = arguments.reference(SnapshotNames.AFFECTED_SYSTEM);
        SystemId id = path == null ? null : SystemPath.id(path);
        if (id == null) {
            throw CimException.invalidParameter("AffectedSystem is " + (path == null ? "NULL" : path)
                    + "; give the path of a Telvirt_ComputerSystem");
        }
        Long type = arguments.number(SnapshotNames.SNAPSHOT_TYPE);
        SnapshotKind kind = type == null ? SnapshotKind.FULL : SnapshotTypes.kind(type);
        if (kind == null) {
            FacilityException why = new FacilityException(
                    Reason.INVALID_ARGUMENT, "SnapshotType " + type + " is not known; give 2 (Full) or 3 (Disk)");
            return answers.refused(
                    context, "CreateSnapshot of " + id, facility.system(id) == null ? null : id, INVALID_TYPE, why);
        }
        Taken taken = facility.snapshots().take(id, wish(arguments.embedded(SnapshotNames.SNAPSHOT_SETTINGS), kind));
        CimInstancePath snapshot = ConfigurationId.ofSnapshot(id, taken.name()).path();
        if (taken.outcome() instanceof Outcome.Underway underway) {
            return answers.creating(underway, snapshot);
        }
        return Answers.completed(new CimArgument(
                SnapshotNames.RESULTING_SNAPSHOT, RESULT, CimValues.reference(snapshot.in(Namespaces.VIRT))));
    }

    private static SnapshotWish wish(@Nullable CimInstance input, SnapshotKind kind) throws CimException {
        if (input == null) {
            return new SnapshotWish(null, "", kind, false);
        }
        SettingsReader settings = new SettingsReader(input, SnapshotNames.SNAPSHOT_SETTINGS.toString());
        String name = settings.text(ElementNames.ELEMENT_NAME);
        String description = settings.text(ElementNames.DESCRIPTION);
        boolean quiesce = settings.flag(SnapshotNames.NOTIFY_GUEST, false);
        settings.finish();
        return new SnapshotWish(name, description == null ? "" : description, kind, quiesce);
    }

    private MethodResult change(CimName method, Arguments arguments) throws CimException, FacilityException {
        CimName parameter = parameter(method);
        CimInstancePath path = arguments.reference(parameter);
        ConfigurationId id = path == null ? null : ConfigurationId.of(path);
        String name = id == null ? null : id.snapshot();
        if (id == null || name == null) {
            throw CimException.invalidParameter(
                    parameter + " is " + (path == null ? "NULL" : path)
                            + "; give the path of a Telvirt_VirtualSystemSettingData that CIM_SnapshotOfVirtualSystem leads to");
        }
        return Answers.of(
                method.equals(SnapshotNames.APPLY_SNAPSHOT)
                        ? facility.snapshots().apply(id.system(), name)
                        : facility.snapshots().remove(id.system(), name));
    }
}
