package org.telvirt.providers.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.contract.Field;
import org.telvirt.hypervisor.contract.Fields;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.rig.CimSchema;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.SettingsReader;
import org.telvirt.providers.settings.SystemSettingsMapper;
import org.telvirt.traceability.Requirement;

/** Every field that the engines' own contract knows of can be said and read in CIM. */
@Requirement({"VMDEF2", "VMDEF3", "VMDEF7", "VMDEF8", "VMDEF9"})
class EveryFieldTest {
    private static final UUID ID = UUID.fromString("6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11");
    private static final ConfigurationId DEFINED = new ConfigurationId(new SystemId(ID), Configuration.DEFINED);
    private static final CimName PASSWORD = CimName.of("Password");

    /** They have standard properties, which are those of admission control. */
    private static final Set<String> ADMISSION =
            Set.of("processors.scheduling.shares", "processors.scheduling.reservation", "memory.reservation");

    private static final DomainDefinition BASE = DomainDefinition.named(
                    "hlr-2", new Processors(2, 4), new Memory(ByteSize.ofMebibytes(64), ByteSize.ofMebibytes(96)))
            .withUuid(ID)
            .withDisks(List.of(
                    Disk.of("vda", new FileMedium("/images/a.img", "raw")),
                    Disk.of("vdb", new BlockMedium("/dev/vg/b", "raw"))))
            .withNetworkPorts(List.of(
                    new NetworkPort("52:54:00:00:00:01", new UserNetwork(), "virtio", null),
                    new NetworkPort("52:54:00:00:00:02", new Bridge("br0"), "virtio", null)))
            .withConsoles(List.of(new Console(null)));

    static Stream<Field> fields() {
        return Fields.all().stream().filter(field -> !ADMISSION.contains(field.name()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isTakenAsItIsSent(Field field) throws CimException {
        DomainDefinition first = field.first().apply(BASE);
        DomainDefinition second = field.second().apply(BASE);

        assertThat(sent(first, BASE)).isEqualTo(first);
        assertThat(sent(second, BASE)).isEqualTo(second);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void staysAsItIsWhenItIsSentBack(Field field) throws CimException {
        DomainDefinition first = field.first().apply(BASE);
        DomainDefinition second = field.second().apply(BASE);

        assertThat(sent(first, first)).isEqualTo(first);
        assertThat(sent(second, second)).isEqualTo(second);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void staysAsItIsWhenNothingIsSaid(Field field) throws CimException {
        DomainDefinition first = field.first().apply(BASE);

        DomainDefinition after = SystemSettingsMapper.apply(
                new SettingsReader(
                        CimInstance.of(CimName.of("CIM_VirtualSystemSettingData"))
                                .build(),
                        "test"),
                first);
        for (ResourceKind kind : ResourceKinds.ALL) {
            for (String device : kind.devices(first)) {
                CimInstance silence = CimInstance.of(kind.className()).build();
                after = kind.modified(after, device, new SettingsReader(silence, "test"));
            }
        }

        assertThat(after).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isOfTheSchema(Field field) {
        for (DomainDefinition definition :
                List.of(field.first().apply(BASE), field.second().apply(BASE))) {
            for (ResourceKind kind : ResourceKinds.ALL) {
                for (String device : kind.devices(definition)) {
                    CimInstance settings =
                            ResourceSettingsMapper.toInstance(kind, DEFINED, definition, device, origin -> {});
                    assertThat(CimSchema.violations(settings)).isEmpty();
                }
            }
        }
    }

    /** What becomes of a definition when a client sends all settings of another one. */
    private static DomainDefinition sent(DomainDefinition wanted, DomainDefinition present) throws CimException {
        DomainDefinition changed = SystemSettingsMapper.apply(
                new SettingsReader(SystemSettingsMapper.toInstance(DEFINED, wanted), "SystemSettings"), present);
        for (ResourceKind kind : ResourceKinds.ALL) {
            Set<String> gone = new HashSet<>(kind.devices(present));
            kind.devices(wanted).forEach(gone::remove);
            changed = kind.without(changed, gone);
            for (String device : kind.devices(wanted)) {
                ResourceRequest request = ResourceRequest.all("R", List.of(settings(kind, wanted, device)))
                        .get(0);
                boolean there = kind.devices(changed).contains(device);
                changed = there ? request.change(changed, device) : request.addTo(changed);
            }
        }
        return changed;
    }

    /** With the password, which only a client says. */
    private static CimInstance settings(ResourceKind kind, DomainDefinition definition, String device) {
        CimInstance settings = ResourceSettingsMapper.toInstance(kind, DEFINED, definition, device, origin -> {});
        if (!device.startsWith("graphics/") || definition.displays().get(0).password() == null) {
            return settings;
        }
        List<CimProperty> more = new ArrayList<>(settings.properties());
        more.add(CimProperty.of(
                PASSWORD, CimValues.text(definition.displays().get(0).password())));
        return settings.withProperties(more);
    }
}
