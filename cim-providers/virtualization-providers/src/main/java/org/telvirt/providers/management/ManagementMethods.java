package org.telvirt.providers.management;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ManagementReturn;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.job.Answers;

/** The methods of the management service; what they refuse becomes a return value here. Safe for use by many threads. */
final class ManagementMethods implements MethodProvider {
    private final VirtualizationFacility facility;
    private final Answers answers;
    private final Map<CimName, ManagementMethod> methods;

    ManagementMethods(VirtualizationFacility facility, Answers answers, List<ManagementMethod> methods) {
        this.facility = facility;
        this.answers = answers;
        this.methods = methods.stream().collect(Collectors.toMap(ManagementMethod::name, Function.identity()));
    }

    @Override
    public CimName className() {
        return ManagementNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.copyOf(methods.keySet());
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName name, Arguments arguments, CallContext context)
            throws CimException {
        ManagementMethod method = methods.get(name);
        if (method == null) {
            throw CimException.notSupported("There is no method " + name + " here");
        }
        SystemId subject = subject(method, arguments);
        try {
            return method.perform(arguments);
        } catch (CimException e) {
            return refused(method, subject, context, new FacilityException(reason(e), e.getMessage(), e));
        } catch (FacilityException e) {
            return refused(method, subject, context, e);
        }
    }

    private @Nullable SystemId subject(ManagementMethod method, Arguments arguments) {
        SystemId subject = method.subject(arguments);
        return subject != null && facility.system(subject) != null ? subject : null;
    }

    private static Reason reason(CimException e) throws CimException {
        return switch (e.status()) {
            case INVALID_PARAMETER -> Reason.INVALID_ARGUMENT;
            case NOT_SUPPORTED -> Reason.UNSUPPORTED;
            default -> throw e;
        };
    }

    private MethodResult refused(
            ManagementMethod method, @Nullable SystemId subject, CallContext context, FacilityException why) {
        ManagementReturn code = ReturnValues.management(why.reason());
        boolean lacking = code == ManagementReturn.INVALID_STATE && !method.hasInvalidState();
        VirtualSystem system = subject == null ? null : facility.system(subject);
        String call = method.name() + (system == null ? "" : " of '" + system.name() + "'");
        return answers.refused(context, call, subject, (lacking ? ManagementReturn.FAILED : code).code(), why);
    }
}
