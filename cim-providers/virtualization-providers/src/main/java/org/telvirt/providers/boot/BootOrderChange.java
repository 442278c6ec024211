package org.telvirt.providers.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.boot.BootConfigId.SourceId;
import org.telvirt.providers.job.Answers;

/**
 * ChangeBootOrder (DSP1012): the first source is tried first, and those that are not named are not booted from. Changing
 * the order of the next start makes it one of its own. Safe for use by many threads.
 */
final class BootOrderChange implements MethodProvider {
    private final VirtualizationFacility facility;
    private final BootConfigurations configurations;
    private final Answers answers;

    BootOrderChange(VirtualizationFacility facility, BootConfigurations configurations, Answers answers) {
        this.facility = facility;
        this.configurations = configurations;
        this.answers = answers;
    }

    @Override
    public CimName className() {
        return BootNames.TELVIRT_BOOT_CONFIG_SETTING;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(BootNames.CHANGE_BOOT_ORDER);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        BootConfigId id = target instanceof CimInstancePath path ? BootConfigId.of(path) : null;
        if (id == null) {
            throw CimException.notFound(target);
        }
        try {
            if (arguments.value(BootNames.SOURCE) == null) {
                throw new FacilityException(
                        Reason.INVALID_ARGUMENT,
                        "Source is NULL; give the boot sources in their order, or an empty array");
            }
            change(id, devices(id, arguments.references(BootNames.SOURCE)));
            return Answers.completed();
        } catch (FacilityException e) {
            String call = "ChangeBootOrder of '" + configurations.name(id.system()) + "'";
            return answers.refused(
                    context, call, id.system(), BootReturn.of(e.reason()).code(), e);
        }
    }

    private void change(BootConfigId id, List<String> names) throws FacilityException {
        if (id.isNext()) {
            facility.setNext(id.system(), present -> BootSource.ordered(present, names));
        } else {
            facility.redefine(id.system(), present -> BootSource.ordered(present, names));
        }
    }

    /** The devices that are named, which are sources of this boot configuration. */
    private List<String> devices(BootConfigId id, List<CimInstancePath> sources) throws FacilityException {
        List<String> names = new ArrayList<>();
        for (CimInstancePath path : sources) {
            SourceId source = SourceId.of(path);
            if (source == null || configurations.source(source) == null) {
                throw new FacilityException(Reason.NOT_FOUND, "Source " + path + " is no boot source");
            } else if (!source.config().equals(id)) {
                throw new FacilityException(
                        Reason.INVALID_ARGUMENT, "Source " + path + " belongs to another boot configuration");
            } else if (names.contains(source.name())) {
                throw new FacilityException(Reason.INVALID_ARGUMENT, "Source " + path + " is named twice");
            }
            names.add(source.name());
        }
        boolean hasKernel = configurations.sources(id).stream().anyMatch(source -> !source.failsThrough());
        if (hasKernel && names.indexOf(BootSource.KERNEL) != 0) {
            throw new FacilityException(
                    Reason.UNSUPPORTED,
                    "A kernel is started before all devices; name it first, or take it out of the settings of the"
                            + " system");
        }
        names.remove(BootSource.KERNEL);
        return names;
    }
}
