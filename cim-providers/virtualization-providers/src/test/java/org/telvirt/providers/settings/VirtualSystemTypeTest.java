package org.telvirt.providers.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1057 7")
class VirtualSystemTypeTest {
    /** The prefix DMTF is for the values that CIM_VirtualSystemSettingData lists, of which these are ours. */
    @ParameterizedTest
    @CsvSource({
        "KVM,       DMTF:KVM",
        "XEN_HVM,   DMTF:XEN:HVM",
        "XEN_PV,    DMTF:XEN:PV",
        "XEN_PVH,   Telvirt:XEN:PVH",
        "EMULATED,  Telvirt:QEMU",
        "SIMULATED, Telvirt:Simulated"
    })
    void aKindHasTheNameOfTheOrganizationThatDefinedIt(Virtualization virtualization, String text) {
        assertThat(VirtualSystemType.text(virtualization)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsReadAsItIsWritten(Virtualization virtualization) {
        assertThat(VirtualSystemType.virtualization(VirtualSystemType.text(virtualization)))
                .isEqualTo(virtualization);
    }

    @ParameterizedTest
    @CsvSource({"KVM, KVM", "kvm, KVM", "DMTF:QEMU, EMULATED", "QEMU, EMULATED", "XEN:HVM, XEN_HVM"})
    void theNamesThatOthersUseAreUnderstood(String text, Virtualization virtualization) {
        assertThat(VirtualSystemType.virtualization(text)).isEqualTo(virtualization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DMTF:", "DMTF:VMware:vmx-09", "VMware:KVM", "KVMs"})
    void anythingElseIsNoKind(String text) {
        assertThat(VirtualSystemType.virtualization(text)).isNull();
    }
}
