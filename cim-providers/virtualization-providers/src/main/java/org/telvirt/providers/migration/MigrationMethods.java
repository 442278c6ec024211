package org.telvirt.providers.migration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;

/** The methods of the migration service; what they refuse is a return value. Safe for use by many threads. */
final class MigrationMethods implements MethodProvider {
    /** Parameters that are each right and do not go together. */
    private static final int INCOMPATIBLE = 6;

    private final VirtualizationFacility facility;
    private final Answers answers;

    MigrationMethods(VirtualizationFacility facility, Answers answers) {
        this.facility = facility;
        this.answers = answers;
    }

    @Override
    public CimName className() {
        return MigrationNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(
                MigrationNames.MIGRATE_TO_HOST,
                MigrationNames.MIGRATE_TO_SYSTEM,
                MigrationNames.CHECK_TO_HOST,
                MigrationNames.CHECK_TO_SYSTEM,
                MigrationNames.LIST_MIGRATION_OBSTACLES);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName name, Arguments arguments, CallContext context)
            throws CimException {
        boolean isToSystem =
                name.equals(MigrationNames.MIGRATE_TO_SYSTEM) || name.equals(MigrationNames.CHECK_TO_SYSTEM);
        boolean isMigration =
                name.equals(MigrationNames.MIGRATE_TO_HOST) || name.equals(MigrationNames.MIGRATE_TO_SYSTEM);
        SystemId subject = Move.system(arguments);
        Call call = new Call(name, subject, context, isMigration);
        try {
            Move move = Move.of(facility, arguments, isToSystem);
            List<String> violations = move.request().violations();
            if (!violations.isEmpty()) {
                return refused(call, INCOMPATIBLE, Reason.INVALID_ARGUMENT, String.join("; ", violations), null);
            }
            if (isMigration) {
                return migrated(move, isToSystem);
            }
            List<MigrationObstacle> obstacles = facility.migrations().check(move.system(), move.request());
            return name.equals(MigrationNames.LIST_MIGRATION_OBSTACLES) ? listed(obstacles) : checked(obstacles);
        } catch (CimException e) {
            Reason reason = reason(e);
            int code = ReturnValues.management(reason).code();
            return refused(call, code, reason, e.getMessage(), e);
        } catch (FacilityException e) {
            int code = ReturnValues.management(e.reason()).code();
            return refused(call, code, e.reason(), e.getMessage(), e);
        }
    }

    /** One call, as far as its refusal has to know it. */
    private record Call(CimName method, @Nullable SystemId subject, CallContext context, boolean hasJob) {}

    private static Reason reason(CimException e) throws CimException {
        return switch (e.status()) {
            case INVALID_PARAMETER -> Reason.INVALID_ARGUMENT;
            case NOT_SUPPORTED -> Reason.UNSUPPORTED;
            default -> throw e;
        };
    }

    private MethodResult refused(Call call, int code, Reason reason, String message, @Nullable Exception cause) {
        FacilityException why = new FacilityException(reason, message, cause);
        if (call.method().equals(MigrationNames.LIST_MIGRATION_OBSTACLES)) {
            MethodResult numbered =
                    Answers.refused(call.context(), call.method().toString(), code, why);
            return new MethodResult(numbered.returnValue(), List.of(obstacles(List.of(message))));
        } else if (!call.hasJob()) {
            return Answers.refused(call.context(), call.method().toString(), code, why);
        }
        boolean isThere = call.subject() != null && facility.system(call.subject()) != null;
        return answers.refused(call.context(), call.method().toString(), isThere ? call.subject() : null, code, why);
    }

    private MethodResult migrated(Move move, boolean isToSystem) throws FacilityException {
        Outcome outcome = facility.migrations().migrate(move.system(), move.request());
        if (outcome instanceof Outcome.Completed && isToSystem) {
            return Answers.completed(new CimArgument(
                    MigrationNames.NEW_COMPUTER_SYSTEM,
                    CimDataType.referenceTo(MigrationNames.CIM_COMPUTER_SYSTEM),
                    CimValues.reference(
                            SystemPath.of(move.system()).in(Namespaces.VIRT).on(move.host()))));
        }
        return Answers.of(outcome);
    }

    private static MethodResult checked(List<MigrationObstacle> obstacles) {
        return Answers.completed(new CimArgument(
                MigrationNames.IS_MIGRATABLE, CimDataType.of(CimType.BOOLEAN), CimValues.bool(obstacles.isEmpty())));
    }

    private static MethodResult listed(List<MigrationObstacle> obstacles) {
        return Answers.completed(
                obstacles(obstacles.stream().map(MigrationObstacle::message).toList()));
    }

    private static CimArgument obstacles(List<String> messages) {
        return new CimArgument(
                MigrationNames.OBSTACLES, CimDataType.arrayOf(CimType.STRING), CimValues.texts(messages));
    }
}
