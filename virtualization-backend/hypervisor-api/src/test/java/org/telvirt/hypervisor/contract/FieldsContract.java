package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.traceability.Requirement;

/** What every engine has to do with each {@link Field} of a definition: keep it, change it alone, refuse what is wrong. */
abstract class FieldsContract extends DefinitionContract {
    private DomainDefinition definition() {
        DomainDefinition rich = rich(bench().bootable().name());
        List<NetworkPort> ports = new ArrayList<>(rich.networkPorts());
        ports.add(new NetworkPort("52:54:00:12:34:57", new NetworkPort.Bridge("br0"), "virtio", null));
        return rich.withNetworkPorts(ports);
    }

    private void isKeptAndChanged(Field field) throws HypervisorException {
        DomainDefinition first = field.first().apply(definition());
        if (isRefusedForWhatIsLacking(first)) {
            return;
        }
        Domain domain = bench().define(first);
        DomainDefinition present = engine().definition(domain.id(), Configuration.DEFINED);
        Fulfilment.of(first, present);

        DomainDefinition second = field.second().apply(present);
        if (!Feature.lackedBy(second, engine().lacking()).isEmpty()) {
            refused(Reason.UNSUPPORTED, () -> engine().redefine(domain.id(), field.second()));
            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(present);
            return;
        }
        engine().redefine(domain.id(), field.second());

        assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(second);
    }

    private boolean isRefusedForWhatIsLacking(DomainDefinition asked) {
        Map<Feature, String> lacked = Feature.lackedBy(asked, engine().lacking());
        for (var reason : lacked.entrySet()) {
            assertThat(refused(Reason.UNSUPPORTED, () -> bench().define(asked)))
                    .hasMessageContaining(reason.getKey().field())
                    .hasMessageContaining(reason.getValue());
            return true;
        }
        return false;
    }

    @Nested
    class FieldOf {
        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofProcessors")
        @Requirement({"VMDEF3 topology", "VMDEF3 affinity"})
        void processorsIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofScheduling")
        @Requirement({
            "VMDEF2 scheduling",
            "VMDEF2 processors",
            "VMDEF2 minimum-timeslot",
            "VMDEF2 interrupt-latency",
            "VFOPE1",
            "VFOPE3 before-activation"
        })
        void schedulingIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofMemory")
        @Requirement({"VMDEF2 memory", "VMDEF2 memory-isolation", "VMDEF6", "VMDEF7", "VMDEF8", "VMDEF9"})
        void memoryIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofDisks")
        @Requirement({"VMDEF2 device-qos", "VMDEF4 local-storage", "VMDEF4 network-storage"})
        void disksIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofNetworkPorts")
        @Requirement({"VMDEF2 device-qos", "VMDEF2 communication-isolation"})
        void networkPortsIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofTheHost")
        @Requirement({"VMDEF2 device-exclusive", "VMDEF2 console", "VMSEC1"})
        void whatIsOfTheHostIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofStart")
        @Requirement({"VMDEF1", "VMDEF2 boot", "VMDEF3 start-parameters"})
        void startIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.Fields#ofFaults")
        @Requirement({"VMDEF3 fault-policy", "VMFH1 configurable-actions"})
        void faultsIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.PlainFields#ofTheDomain")
        @Requirement({"VMDEF2 processors", "VMDEF2 memory"})
        void theDomainItselfIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.PlainFields#ofDisks")
        @Requirement({"VMDEF4 disk", "VMDEF4 local-storage"})
        void whichDisksItHasIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.PlainFields#ofPorts")
        @Requirement("VMDEF4 network")
        void whichPortsItHasIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @ParameterizedTest
        @MethodSource("org.telvirt.hypervisor.contract.PlainFields#ofConsoles")
        @Requirement("VMDEF3 logging")
        void whereItsConsoleIsLoggedIsKeptAndChanged(Field field) throws HypervisorException {
            isKeptAndChanged(field);
        }

        @Test
        @Requirement("VMDEF5 bios")
        void firmwareIsTheBiosIfThatIsAskedFor() throws HypervisorException {
            hasFirmware(Firmware.BIOS);
        }

        @Test
        @Requirement("VMDEF5 efi")
        void firmwareIsEfiIfThatIsAskedFor() throws HypervisorException {
            assumeFalse(engine().lacking().containsKey(Feature.EFI), () -> "the engine lacks " + Feature.EFI);
            hasFirmware(Firmware.EFI);
        }

        private void hasFirmware(Firmware firmware) throws HypervisorException {
            DomainDefinition asked = bench().bootable();
            Domain domain = bench().define(asked.withPlatform(asked.platform().withFirmware(firmware)));

            DomainDefinition present = engine().definition(domain.id(), Configuration.DEFINED);

            assertThat(present.platform().firmware()).isEqualTo(firmware);
            engine().redefine(domain.id(), same -> same.withDescription("other"));
            assertThat(engine().definition(domain.id(), Configuration.DEFINED).platform())
                    .isEqualTo(present.platform());
        }

        static Stream<Field> thatCanBeWrong() {
            return Fields.all().stream().filter(field -> field.wrong() != null);
        }

        @ParameterizedTest
        @MethodSource("thatCanBeWrong")
        void isNamedWhenItIsWrong(Field field) throws HypervisorException {
            DomainDefinition good = definition();
            DomainDefinition wrong = field.wrong().apply(good);

            assertThat(refused(Reason.INVALID_DEFINITION, () -> bench().define(wrong)))
                    .hasMessageContaining(field.name());
            Domain domain = bench().define(good);
            DomainDefinition present = engine().definition(domain.id(), Configuration.DEFINED);
            assertThat(refused(Reason.INVALID_DEFINITION, () -> engine().redefine(domain.id(), field.wrong())))
                    .hasMessageContaining(field.name());
            assertThat(engine().definition(domain.id(), Configuration.DEFINED)).isEqualTo(present);
        }
    }
}
