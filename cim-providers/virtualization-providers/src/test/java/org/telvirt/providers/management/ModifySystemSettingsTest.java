package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.settings;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1042 8")
class ModifySystemSettingsTest extends ManagementBench {
    private SystemId id;

    @BeforeEach
    void define() throws FacilityException {
        id = bench.define("hlr-2");
    }

    private Reply modify(ConfigurationId configuration, Settings settings) throws CimException {
        return server.manage(
                "ModifySystemSettings",
                settings("SystemSettings", settings.with("InstanceID", configuration.instanceId())));
    }

    private static Settings change() {
        return Settings.of("CIM_VirtualSystemSettingData");
    }

    @Test
    void whatIsSaidChangesAndTheRestStays() throws Exception {
        DomainDefinition before = defined(id);

        assertThat(modify(configuration(id), change().with("Description", "new"))
                        .code())
                .isZero();

        assertThat(defined(id)).isEqualTo(before.withDescription("new"));
    }

    @Test
    void aSystemKeepsItsPathWhenItsNameChanges() throws Exception {
        assertThat(modify(configuration(id), change().with("ElementName", "hlr-3"))
                        .code())
                .isZero();

        assertThat(server.system(id).text(ElementNames.ELEMENT_NAME)).isEqualTo("hlr-3");
        assertThat(server.get(configuration(id).path()).text(ElementNames.ELEMENT_NAME))
                .isEqualTo("hlr-3");
    }

    @Test
    void settingsThatWereReadCanBeSentBackWithOneChange() throws Exception {
        CimInstance read = server.get(configuration(id).path()).at(null);
        CimInstance changed = read.withProperties(read.properties().stream()
                .map(property -> property.name().equals(CimName.of("MachineType"))
                        ? property.withValue(CimValues.text("other"))
                        : property)
                .toList());
        DomainDefinition before = defined(id);

        Reply reply = server.manage("ModifySystemSettings", argument("SystemSettings", CimValues.embedded(changed)));

        assertThat(reply.code()).isZero();
        assertThat(defined(id).platform().machine()).isEqualTo("other");
        assertThat(defined(id).withPlatform(before.platform())).isEqualTo(before);
    }

    @Test
    void anActiveSystemGoesOnAsItIs() throws Exception {
        bench.change(id, Transition.ACTIVATE);
        CimInstance state = server.get(configuration(id).state().path());

        assertThat(modify(configuration(id), change().with("Description", "next"))
                        .code())
                .isZero();

        assertThat(server.get(configuration(id).state().path())).isEqualTo(state);
        assertThat(server.get(configuration(id).path()).text(ElementNames.DESCRIPTION))
                .isEqualTo("next");
    }

    @Test
    void whatNoRunningSystemCanChangeIsInvalidInItsStateAndNamed() throws Exception {
        bench.change(id, Transition.ACTIVATE);

        Reply reply = modify(
                configuration(id).state(),
                change().with("Description", "x").with("AutomaticStartupAction", CimValues.uint16(4)));

        assertThat(reply.code()).isEqualTo(5);
        assertThat(cause(reply))
                .contains("description, automation.starts cannot be changed without a new start; change what its next"
                        + " start uses");
    }

    @Test
    void aSuspendedSystemIsInAnInvalidState() throws Exception {
        bench.change(id, Transition.ACTIVATE);
        bench.change(id, Transition.SUSPEND);

        Reply reply = modify(configuration(id), change().with("Description", "x"));

        assertThat(reply.code()).isEqualTo(5);
        assertThat(cause(reply)).contains("'hlr-2'");
    }

    @Test
    void aConfigurationThatDoesNotExistIsAnInvalidParameter() throws Exception {
        ConfigurationId nowhere = configuration(new SystemId(new UUID(0, 1)));

        Reply reply = modify(nowhere, change());

        assertThat(reply.code()).isEqualTo(4);
        assertThat(cause(reply)).isEqualTo("SystemSettings: there is no configuration " + nowhere.instanceId());
    }

    @Test
    void settingsWithoutAnInstanceIdAreAnInvalidParameter() throws Exception {
        Reply reply = server.manage("ModifySystemSettings", settings("SystemSettings", change()));

        assertThat(reply.code()).isEqualTo(4);
        assertThat(cause(reply)).contains("InstanceID null names no configuration");
    }

    @Test
    void noSettingsAtAllAreAnInvalidParameter() throws Exception {
        assertThat(server.manage("ModifySystemSettings").code()).isEqualTo(4);
    }

    @Test
    void aRefusalChangesNothingAndIsLinkedToTheSystem() throws Exception {
        var before = everything();

        Reply reply = modify(
                configuration(id),
                change().with("Description", "x").with("AutomaticStartupAction", CimValues.uint16(3)));

        assertThat(reply.code()).isEqualTo(4);
        assertThat(cause(reply)).contains("AutomaticStartupAction 3 cannot be had here");
        assertThat(everything()).isEqualTo(before);
        assertThat(server.associators(SystemPath.of(id), "CIM_AffectedJobElement", "AffectedElement"))
                .hasSize(1);
    }
}
