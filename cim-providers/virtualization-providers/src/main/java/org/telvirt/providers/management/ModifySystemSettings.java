package org.telvirt.providers.management;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Reconfiguration;
import org.telvirt.providers.settings.SettingsReader;
import org.telvirt.providers.settings.SystemSettingsMapper;

/** Changes what a configuration says of the whole system; while it is active there is little that can change. */
final class ModifySystemSettings implements ManagementMethod {
    private static final String PARAMETER = ManagementNames.SYSTEM_SETTINGS.toString();

    private final Reconfiguration reconfiguration;

    ModifySystemSettings(Reconfiguration reconfiguration) {
        this.reconfiguration = reconfiguration;
    }

    @Override
    public CimName name() {
        return ManagementNames.MODIFY_SYSTEM_SETTINGS;
    }

    @Override
    public @Nullable SystemId subject(Arguments arguments) {
        CimInstance input = arguments.embedded(ManagementNames.SYSTEM_SETTINGS);
        ConfigurationId id = input == null ? null : ConfigurationId.ofInstanceId(input.text(ElementNames.INSTANCE_ID));
        return id == null ? null : id.system();
    }

    @Override
    public MethodResult perform(Arguments arguments) throws CimException, FacilityException {
        CimInstance input = arguments.embedded(ManagementNames.SYSTEM_SETTINGS);
        if (input == null) {
            throw CimException.invalidParameter(PARAMETER + " is NULL; give settings with the InstanceID to change");
        }
        String instanceId = input.text(ElementNames.INSTANCE_ID);
        ConfigurationId id = ConfigurationId.ofInstanceId(instanceId);
        if (id == null) {
            throw CimException.invalidParameter(PARAMETER + ": InstanceID " + instanceId
                    + " names no configuration; give that of a Telvirt_VirtualSystemSettingData");
        }
        reconfiguration.requireChangeable(PARAMETER, id);
        return Answers.of(reconfiguration.change(
                id, present -> SystemSettingsMapper.apply(new SettingsReader(input, PARAMETER), present)));
    }
}
