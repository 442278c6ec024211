package org.telvirt.providers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** From a system to what it is made of, to what it will be made of, and back (DSP1057). */
@RanOn(Engine.SIMULATED)
@Requirement("DSP1057 7")
class ConfigurationsTest {
    private static final String STATE = "CIM_SettingsDefineState";
    private static final String SETTINGS = "CIM_ElementSettingData";
    private static final String COMPONENT = "CIM_VirtualSystemSettingDataComponent";
    private static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        Disk disk = new Disk("vda", DeviceType.DISK, null, new FileMedium("/a", "raw"), false, null);
        id = bench.facility()
                .define(FacilityBench.definition("hlr-2").withDisks(List.of(disk)))
                .id();
        bench.define("another");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CimInstance one(@Nullable CimInstancePath source, String association, String role) throws CimException {
        List<CimInstance> found = server.associators(source, association, role);
        assertThat(found).as(association + " from " + source).hasSize(1);
        return found.get(0);
    }

    private CimInstance state() throws CimException {
        return one(SystemPath.of(id), STATE, "ManagedElement");
    }

    private CimInstance defined() throws CimException {
        return one(state().path(), SETTINGS, "ManagedElement");
    }

    private static CimInstance processors(List<CimInstance> resources) {
        return resources.stream()
                .filter(settings -> settings.className().is("Telvirt_ProcessorAllocationSettingData"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWalkLeadsFromASystemToItsSettingsAndBack() throws Exception {
        assertThat(state().text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:VSSD/" + id + "/state");
        assertThat(defined().text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:VSSD/" + id + "/defined");
        assertThat(one(defined().path(), SETTINGS, "SettingData")).isEqualTo(state());
        assertThat(one(state().path(), STATE, "SettingData")).isEqualTo(server.system(id));
        assertThat(server.associators(defined().path(), STATE, null)).isEmpty();
    }

    @Test
    void eachConfigurationHasItsOwnResources() throws Exception {
        List<CimInstance> now = server.associators(state().path(), COMPONENT, "GroupComponent");
        List<CimInstance> next = server.associators(defined().path(), COMPONENT, "GroupComponent");

        assertThat(now)
                .extracting(settings -> settings.text(ElementNames.INSTANCE_ID))
                .containsExactlyInAnyOrder(
                        "Telvirt:RASD/" + id + "/state/processor",
                        "Telvirt:RASD/" + id + "/state/memory",
                        "Telvirt:RASD/" + id + "/state/disk/vda");
        assertThat(next)
                .extracting(settings -> settings.text(ElementNames.INSTANCE_ID))
                .containsExactlyInAnyOrder(
                        "Telvirt:RASD/" + id + "/defined/processor",
                        "Telvirt:RASD/" + id + "/defined/memory",
                        "Telvirt:RASD/" + id + "/defined/disk/vda");
        for (CimInstance settings : next) {
            assertThat(one(settings.path(), COMPONENT, "PartComponent")).isEqualTo(defined());
        }
    }

    @Test
    void whatIsSoNowAndWhatWaitsForTheNextStartAreApart() throws Exception {
        bench.change(id, Transition.ACTIVATE);
        bench.facility().redefine(id, definition -> definition.withProcessors(Processors.of(4)));

        CimInstance now = processors(server.associators(state().path(), COMPONENT, "GroupComponent"));
        CimInstance next = one(now.path(), SETTINGS, "ManagedElement");

        assertThat(now.number(VIRTUAL_QUANTITY)).isEqualTo(1);
        assertThat(next.number(VIRTUAL_QUANTITY)).isEqualTo(4);
        assertThat(one(next.path(), SETTINGS, "SettingData")).isEqualTo(now);
    }

    @Test
    void theNextStartTakesWhatWaited() throws Exception {
        bench.change(id, Transition.ACTIVATE);
        bench.facility().redefine(id, definition -> definition.withProcessors(Processors.of(4)));
        bench.change(id, Transition.DEACTIVATE);
        bench.change(id, Transition.ACTIVATE);

        CimInstance now = processors(server.associators(state().path(), COMPONENT, "GroupComponent"));

        assertThat(now.number(VIRTUAL_QUANTITY)).isEqualTo(4);
    }

    @Test
    void theDefinedConfigurationIsTheDefaultAndTheNext() throws Exception {
        CimInstance link = server.references(state().path(), SETTINGS).get(0);

        assertThat(link.number(SettingsNames.IS_DEFAULT)).isEqualTo(1);
        assertThat(link.number(SettingsNames.IS_NEXT)).isEqualTo(1);
        assertThat(link.number(SettingsNames.IS_CURRENT)).isEqualTo(1);
    }

    @Test
    void aChangeThatWaitsShowsAsNotCurrentAtTheTopAndAtTheResource() throws Exception {
        bench.change(id, Transition.ACTIVATE);
        bench.facility().redefine(id, definition -> definition.withProcessors(Processors.of(4)));

        assertThat(server.references(state().path(), SETTINGS).get(0).number(SettingsNames.IS_CURRENT))
                .isEqualTo(2);
        for (CimInstance settings : server.associators(state().path(), COMPONENT, "GroupComponent")) {
            boolean changed = settings.className().is("Telvirt_ProcessorAllocationSettingData");
            assertThat(server.references(settings.path(), SETTINGS).get(0).number(SettingsNames.IS_CURRENT))
                    .as(String.valueOf(settings.path()))
                    .isEqualTo(changed ? 2 : 1);
        }
    }

    @Nested
    class TheNextStartAlone {
        private static final CimName IS_NEXT = SettingsNames.IS_NEXT;

        @BeforeEach
        void fourProcessorsOnce() throws FacilityException {
            bench.facility().setNext(id, definition -> definition.withProcessors(Processors.of(4)));
        }

        private CimInstancePath next() {
            return new ConfigurationId(id, Configuration.NEXT).path();
        }

        private List<CimInstance> links(CimInstancePath path) throws CimException {
            return server.references(path, SETTINGS);
        }

        @Test
        @Requirement({"DSP1057 7.3.11", "VMACT1"})
        void hasAConfigurationOfItsOwnThatBeatsTheDefinedOne() throws Exception {
            CimInstancePath state = new ConfigurationId(id, Configuration.ACTIVE).path();

            assertThat(links(state))
                    .extracting(
                            link -> link.number(SettingsNames.IS_DEFAULT),
                            link -> link.number(SettingsNames.IS_CURRENT),
                            link -> link.number(IS_NEXT))
                    .containsExactly(tuple(1L, 1L, 1L), tuple(2L, 2L, 3L));
            assertThat(one(next(), SETTINGS, "SettingData")).isEqualTo(state());
            assertThat(server.get(next()).text(ElementNames.INSTANCE_ID)).isEqualTo("Telvirt:VSSD/" + id + "/next");
        }

        @Test
        void hasResourcesOfItsOwn() throws Exception {
            CimInstance processors = processors(server.associators(next(), COMPONENT, "GroupComponent"));

            assertThat(processors.number(VIRTUAL_QUANTITY)).isEqualTo(4);
            assertThat(links(processors.path()))
                    .hasSize(1)
                    .allSatisfy(link -> assertThat(link.number(IS_NEXT)).isEqualTo(3));
        }

        @Test
        void isForgottenOnceItIsUsed() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            assertThat(processors(server.associators(state().path(), COMPONENT, "GroupComponent"))
                            .number(VIRTUAL_QUANTITY))
                    .isEqualTo(4);
            assertThatThrownBy(() -> server.get(next())).isInstanceOf(CimException.class);
            assertThat(links(state().path())).hasSize(1);
        }

        @Test
        void isChangedByItself() throws Exception {
            Reply reply = server.manage(
                    "ModifySystemSettings",
                    CimServer.settings(
                            "SystemSettings",
                            Settings.of("Telvirt_VirtualSystemSettingData")
                                    .with("InstanceID", "Telvirt:VSSD/" + id + "/next")
                                    .with("Description", "once")));

            assertThat(reply.code()).isZero();
            assertThat(server.get(next()).text(ElementNames.DESCRIPTION)).isEqualTo("once");
            assertThat(server.get(new ConfigurationId(id, Configuration.DEFINED).path())
                            .text(ElementNames.DESCRIPTION))
                    .isNull();
        }

        @Test
        void isTakenBackByDeletingIt() throws Exception {
            server.execute(new DeleteInstance(Namespaces.VIRT, next()));

            assertThat(links(state().path())).hasSize(1);
            CimInstancePath defined = new ConfigurationId(id, Configuration.DEFINED).path();
            assertThatThrownBy(() -> server.execute(new DeleteInstance(Namespaces.VIRT, defined)))
                    .hasMessageContaining("DestroySystem");
        }

        @Test
        void beginsWithTheFirstChangeOfIt() throws Exception {
            bench.facility().setNext(id, null);

            Reply reply = server.manage(
                    "ModifySystemSettings",
                    CimServer.settings(
                            "SystemSettings",
                            Settings.of("Telvirt_VirtualSystemSettingData")
                                    .with("InstanceID", "Telvirt:VSSD/" + id + "/next")
                                    .with("Description", "once")));

            assertThat(reply.code()).isZero();
            assertThat(links(state().path())).hasSize(2);
        }
    }

    @Test
    void namesStayWhenTheSystemIsRenamed() throws Exception {
        CimInstancePath state = state().path();
        CimInstancePath defined = defined().path();

        bench.facility().redefine(id, definition -> definition.withName("hlr-3"));

        assertThat(state().path()).isEqualTo(state);
        assertThat(defined().path()).isEqualTo(defined);
        assertThat(defined().text(ElementNames.ELEMENT_NAME)).isEqualTo("hlr-3");
    }
}
