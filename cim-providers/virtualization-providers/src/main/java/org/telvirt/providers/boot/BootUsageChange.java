package org.telvirt.providers.boot;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;

/** SetBootConfigUsage (DSP1012): which boot configuration starts use. Safe for use by many threads. */
final class BootUsageChange implements MethodProvider {
    private static final int IS_NEXT = 0;
    private static final int IS_NEXT_SINGLE_USE = 1;
    private static final int IS_DEFAULT = 2;
    private static final int IS_NOT_NEXT = 3;
    private static final int IS_NOT_DEFAULT = 4;

    private final VirtualizationFacility facility;
    private final BootConfigurations configurations;
    private final Answers answers;

    BootUsageChange(VirtualizationFacility facility, BootConfigurations configurations, Answers answers) {
        this.facility = facility;
        this.configurations = configurations;
        this.answers = answers;
    }

    @Override
    public CimName className() {
        return BootNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(BootNames.SET_BOOT_CONFIG_USAGE);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        CimInstancePath setting = arguments.reference(BootNames.BOOT_CONFIG_SETTING);
        BootConfigId id = setting == null ? null : BootConfigId.of(setting);
        BootConfigId known = id == null || configurations.definition(id) == null ? null : id;
        Long role = arguments.number(BootNames.ROLE);
        try {
            if (known == null) {
                throw new FacilityException(
                        Reason.NOT_FOUND, "BootConfigSetting " + setting + " is no boot configuration");
            }
            checkScope(known, arguments.reference(BootNames.SCOPING_COMPUTER_SYSTEM));
            set(known, role == null ? -1 : role.intValue());
            return Answers.completed();
        } catch (FacilityException e) {
            SystemId system = known == null ? null : known.system();
            String call =
                    "SetBootConfigUsage " + role + (system == null ? "" : " of '" + configurations.name(system) + "'");
            return answers.refused(
                    context, call, system, BootReturn.of(e.reason()).code(), e);
        }
    }

    private static void checkScope(BootConfigId id, @Nullable CimInstancePath scope) throws FacilityException {
        if (scope != null && !id.system().equals(SystemPath.id(scope))) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT,
                    "ScopingComputerSystem " + scope + " is another one than that of the boot configuration; leave it"
                            + " out");
        }
    }

    private void set(BootConfigId id, int role) throws FacilityException {
        switch (role) {
            case IS_NEXT, IS_DEFAULT -> useAlways(id);
            case IS_NEXT_SINGLE_USE -> requireOnce(id);
            case IS_NOT_NEXT -> forgetNext(id);
            case IS_NOT_DEFAULT ->
                throw unsupported(
                        "one boot configuration must be the default; give IsDefault (2)" + " for the other one");
            default ->
                throw new FacilityException(
                        Reason.INVALID_ARGUMENT, "Role " + role + " is unknown; give one from 0 to 4");
        }
    }

    /** Every start boots so from now on, the next one included. */
    private void useAlways(BootConfigId id) throws FacilityException {
        DomainDefinition definition = configurations.definition(id);
        if (id.isNext() && definition != null) {
            List<String> order = BootSource.order(definition);
            facility.redefine(id.system(), present -> BootSource.ordered(present, order));
        }
        if (configurations.hasNext(id.system())) {
            facility.setNext(id.system(), null);
        }
    }

    private void requireOnce(BootConfigId id) throws FacilityException {
        if (!id.isNext()) {
            throw unsupported("the defined boot configuration serves every start; use the next one, "
                    + BootConfigId.of(id.system(), Configuration.NEXT).path());
        } else if (!configurations.hasNext(id.system())) {
            throw unsupported("the next start boots as every start does; ChangeBootOrder of this boot configuration"
                    + " makes it the next one");
        }
    }

    private void forgetNext(BootConfigId id) throws FacilityException {
        if (!id.isNext()) {
            throw unsupported("the defined boot configuration serves every start; change the order of the next one");
        }
        facility.setNext(id.system(), null);
    }

    private static FacilityException unsupported(String why) {
        return new FacilityException(Reason.UNSUPPORTED, "This usage cannot be had: " + why);
    }
}
